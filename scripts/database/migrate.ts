/** Brings the local database up to date: `npm run database:migrate`. */
import { openHub } from './open-hub.ts'

const hub = await openHub({ server: null })
hub.close()
console.log(hub.migrated.length ? `Applied ${hub.migrated.join(', ')}.` : 'Nothing to apply.')
