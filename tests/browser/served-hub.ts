import { readFileSync } from 'node:fs'
import { test } from '@playwright/test'
import type { HubDatabase } from '#scripts/database/d1-shape.ts'
import { hubDatabaseId } from '#scripts/database/hub-file.ts'
import { servedD1 } from '#scripts/database/served-d1.ts'

/** Where the site under test answers. */
export const originUnderTest = (): string => test.info().project.use.baseURL ?? ''

/** The database of the server under test. */
export const servedHub = (): HubDatabase =>
  servedD1(originUnderTest(), hubDatabaseId(readFileSync('wrangler.toml', 'utf8')))
