/**
 * Zod as the Worker bundles it judges values; what describes its schemas runs as the site is built
 * (`scripts/site/write-description.ts`). `wrangler.toml` puts this in the place of zod's modules for that.
 * Why: docs/decisions/worker-weight.md.
 */
function absent(): never {
  throw new Error('Schemas are described as the site is built.')
}

/** A schema carries a way to be described, which nobody goes. */
export const createStandardJSONSchemaMethod = () => absent
export const createToJSONSchemaMethod = () => absent
export {
  absent as aggregateChecks,
  absent as anyProcessor,
  absent as arrayProcessor,
  absent as bigintProcessor,
  absent as booleanProcessor,
  absent as catchProcessor,
  absent as customProcessor,
  absent as dateProcessor,
  absent as defaultProcessor,
  absent as enumProcessor,
  absent as fileProcessor,
  absent as functionProcessor,
  absent as intersectionProcessor,
  absent as lazyProcessor,
  absent as literalProcessor,
  absent as mapProcessor,
  absent as nanProcessor,
  absent as neverProcessor,
  absent as nonoptionalProcessor,
  absent as nullProcessor,
  absent as nullableProcessor,
  absent as numberProcessor,
  absent as objectProcessor,
  absent as optionalProcessor,
  absent as pipeProcessor,
  absent as prefaultProcessor,
  absent as promiseProcessor,
  absent as readonlyProcessor,
  absent as recordProcessor,
  absent as setProcessor,
  absent as stringProcessor,
  absent as successProcessor,
  absent as symbolProcessor,
  absent as templateLiteralProcessor,
  absent as transformProcessor,
  absent as tupleProcessor,
  absent as undefinedProcessor,
  absent as unionProcessor,
  absent as unknownProcessor,
  absent as voidProcessor,
}
