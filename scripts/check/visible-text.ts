import ts from 'typescript'
import type { SourceFile } from './source-files.ts'

/** Attributes that a person reads or hears. */
const SPOKEN = ['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'summary']
const HAN = /\p{Script=Han}/u
const WORD = /\p{L}{2,}/u
const VOID_TAG =
  /<(meta|link|br|hr|img|input|source|wbr|col)((?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>])*?)\/?>/g

/** Names and units that read the same in every language. */
const UNIVERSAL =
  /^(?:[\s\p{P}\p{S}\d]|km|[a-z]+\.(?:org|com)|GeoNames|CC BY \d\.\d|Natural Earth|OpenStreetMap|Leaflet)*$/u

/** The markup of an Astro file as TSX: without frontmatter, scripts, styles, comments and doctype. */
function markupAsTsx(text: string): string {
  const frontmatter = /^---[\s\S]*?\n---\n?/.exec(text)?.[0] ?? ''
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  const markup = text
    .slice(frontmatter.length)
    .replace(/<!doctype[^>]*>/i, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, blank)
    .replace(VOID_TAG, (_tag, name: string, rest: string) => `<${name}${rest}/>`)
  return `${blank(frontmatter)}const page = <>${markup}</>`
}

function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text.replace(/&\w+;/g, ' ').trim()
  if (!ts.isJsxAttribute(node) || !node.initializer || !ts.isStringLiteral(node.initializer))
    return null
  return SPOKEN.includes(node.name.getText()) ? node.initializer.text : null
}

function visibleTexts({ path, text }: SourceFile): string[] {
  const source = path.endsWith('.astro') ? markupAsTsx(text) : text
  const tree = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const words = textOf(node)
    if (words && WORD.test(words) && !UNIVERSAL.test(words)) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push(`${path}:${line}: «${words.slice(0, 60)}» is not in the catalogue`)
    }
    if (ts.isStringLiteralLike(node) && HAN.test(node.text)) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push(
        `${path}:${line}: Chinese words «${node.text.slice(0, 40)}» are not in the catalogue`,
      )
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** Words a person would read that stand in pages, components, elements or views and not in the catalogues. */
export const visibleTextFaults = (sources: readonly SourceFile[]): string[] =>
  sources.flatMap(visibleTexts)
