/**
 * Turns vector tiles of OpenStreetMap features into GeoJSON points:
 * `npm run geojson:from-mvt -- OUT.geojson TILE.mvt … [--only key=value]…`
 * A tile's name gives its place: `12-2864-1378.mvt` is zoom, column, row. `--only shop=*` keeps
 * features with that tag; of a line or an area the middle of its box is taken.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { VectorTile } from '@mapbox/vector-tile'
import type { Feature, Point, Position } from 'geojson'
import { PbfReader } from 'pbf'

type Wanted = { readonly key: string; readonly value: string }

function tileOf(path: string): { z: number; x: number; y: number } {
  const [, z, x, y] = /(\d+)-(\d+)-(\d+)\.mvt$/.exec(basename(path)) ?? []
  if (!z) throw new Error(`${path} is not named zoom-column-row.mvt.`)
  return { z: Number(z), x: Number(x), y: Number(y) }
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number'

const positionsOf = (coordinates: unknown): Position[] =>
  isPosition(coordinates) ? [coordinates] : (coordinates as unknown[]).flatMap(positionsOf)

function middleOf(positions: readonly Position[]): Position {
  const middle = (axis: 0 | 1) => {
    const values = positions.map((position) => position[axis] as number)
    return (Math.min(...values) + Math.max(...values)) / 2
  }
  return [middle(0), middle(1)]
}

const isWanted = (properties: Record<string, unknown>, wanted: readonly Wanted[]): boolean =>
  wanted.every(({ key, value }) =>
    value === '*' ? properties[key] !== undefined : String(properties[key]) === value,
  )

/** The tags alone, under OSM's id: who edited the map and when is nobody's business here. */
function withoutEditors(
  tags: Record<string, unknown>,
): Pick<Feature, 'type' | 'id' | 'properties'> {
  const properties = Object.fromEntries(
    Object.entries(tags).filter(([key]) => !key.startsWith('@')),
  )
  const id = tags['@id'] === undefined ? undefined : `${tags['@type']}/${tags['@id']}`
  return { type: 'Feature', ...(id && { id }), properties }
}

function* featuresOf(path: string, wanted: readonly Wanted[]): Generator<Feature<Point>> {
  const { z, x, y } = tileOf(path)
  const { layers } = new VectorTile(new PbfReader(readFileSync(path)))
  for (const layer of Object.values(layers)) {
    for (let i = 0; i < layer.length; i++) {
      const { properties, geometry } = layer.feature(i).toGeoJSON(x, y, z) as Feature
      if (!properties || !isWanted(properties, wanted) || geometry.type === 'GeometryCollection')
        continue
      const coordinates = middleOf(positionsOf(geometry.coordinates))
      yield { ...withoutEditors(properties), geometry: { type: 'Point', coordinates } }
    }
  }
}

/** A feature on the edge of two tiles stands in both: the first one is kept. */
function distinct(features: Iterable<Feature<Point>>): Feature<Point>[] {
  const byId = new Map<string, Feature<Point>>()
  for (const feature of features) {
    const id = String(feature.id ?? JSON.stringify(feature))
    if (!byId.has(id)) byId.set(id, feature)
  }
  return [...byId.values()]
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true, default: [] } },
})
const [out, ...tiles] = positionals
if (!out || tiles.length === 0) {
  console.error('npm run geojson:from-mvt -- OUT.geojson TILE.mvt … [--only key=value]…')
  process.exit(1)
}
const wanted = values.only.map((text) => {
  const [key = '', value = '*'] = text.split('=')
  return { key, value }
})
const features = distinct(tiles.flatMap((path) => [...featuresOf(path, wanted)]))
writeFileSync(out, JSON.stringify({ type: 'FeatureCollection', features }))
console.log(`${features.length} features in ${out}.`)
