/**
 * Takes the place of the telephone library's numbering plans in the Worker's bundle: they are a file of the
 * site, which `load-texts.ts` reads once, with the texts.
 */
const plans: Record<string, unknown> = {}

export default plans
