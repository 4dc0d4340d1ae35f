import type { APIRoute } from 'astro'
import config from '#config'

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: config.brand.name,
      short_name: config.brand.name,
      start_url: '/',
      display: 'browser',
      background_color: '#ffffff',
      theme_color: '#00635a',
      icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
    }),
  )
