import { type Source, type SourceRow, UnreadableFile } from './source-row.ts'

type Feature = {
  readonly type?: string
  readonly id?: string | number
  readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null
  readonly properties?: unknown
}

const cellOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value).trim()

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isFeature = (value: unknown): value is Feature => isObject(value)
const propertiesOf = ({ properties }: Feature) => (isObject(properties) ? properties : {})

function rowOf(feature: unknown, line: number): SourceRow {
  if (!isFeature(feature)) return { line, cells: {}, broken: 'is no GeoJSON feature' }
  const cells: Record<string, string> = {}
  if (feature.id !== undefined) cells.id = cellOf(feature.id)
  for (const [name, value] of Object.entries(propertiesOf(feature))) {
    const cell = cellOf(value)
    if (cell !== '') cells[name] = cell
  }
  const { geometry } = feature
  if (geometry?.type !== 'Point' || !Array.isArray(geometry.coordinates)) {
    return {
      line,
      cells,
      broken: `is a ${geometry?.type ?? 'feature without geometry'}, not a Point`,
    }
  }
  const [lon, lat] = geometry.coordinates
  return { line, cells: { ...cells, lat: cellOf(lat), lon: cellOf(lon) } }
}

function featuresOf(text: string): readonly unknown[] {
  let document: { type?: string; features?: unknown }
  try {
    document = JSON.parse(text)
  } catch (error) {
    throw new UnreadableFile(`The GeoJSON can't be read: ${(error as Error).message}`)
  }
  if (document?.type !== 'FeatureCollection' || !Array.isArray(document.features)) {
    throw new UnreadableFile('The JSON is not a GeoJSON FeatureCollection.')
  }
  return document.features
}

/** Reads a GeoJSON FeatureCollection of points (RFC 7946: WGS 84, longitude first). */
export function readGeojson(text: string, encoding: string): Source {
  const features = featuresOf(text)
  const columns = new Set(['lat', 'lon'])
  for (const feature of features.filter(isFeature)) {
    if (feature.id !== undefined) columns.add('id')
    for (const name of Object.keys(propertiesOf(feature))) columns.add(name)
  }
  async function* rows(): AsyncGenerator<SourceRow> {
    for (const [i, feature] of features.entries()) yield rowOf(feature, i + 1)
  }
  return { format: 'geojson', encoding, columns: [...columns], rows }
}
