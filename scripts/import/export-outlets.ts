/** Writes all outlets to a CSV or GeoJSON file: `npm run outlets:export -- FILE.csv|FILE.geojson`. */
import { openHub } from '../database/open-hub.ts'
import { writeExport } from './write-export.ts'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('Name a file: npm run outlets:export -- FILE.csv')
  process.exit(1)
}
const hub = await openHub()
const count = await writeExport(hub.database, file)
hub.close()
console.log(`${count} outlets in ${file}.`)
