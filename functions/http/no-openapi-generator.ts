/**
 * What the Worker keeps of the library that describes the API: schemas can be named and explained, which
 * only the build reads. `wrangler.toml` puts this in the place of `@asteasolutions/zod-to-openapi`. Why:
 * docs/decisions/worker-weight.md.
 */
export class OpenAPIRegistry {
  readonly definitions = []
  register(): void {}
  registerPath(): void {}
}

type Schemas = { readonly ZodType: { readonly prototype: { openapi?: () => unknown } } }

export function extendZodWithOpenApi({ ZodType }: Schemas): void {
  ZodType.prototype.openapi = function explained() {
    return this
  }
}

function notHere(): never {
  throw new Error('The Worker does not describe its API: the build does')
}
export const OpenApiGeneratorV3 = notHere
export const OpenApiGeneratorV31 = notHere
export const getOpenApiMetadata = notHere
