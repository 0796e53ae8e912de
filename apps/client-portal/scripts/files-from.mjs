import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const COMPONENTS = fileURLToPath(new URL('../../../packages/ui/src/', import.meta.url))
const AT_ONCE = /^(?:import|export)\s(?!type\s)[^'"]*?from '([^']+)'/gmu
const LATER = /(withWords\(\s*)?\bimport\('([^']+)'\)/gu

/** A source file and all of the portal and its components that it can't start without. */
export function filesFrom(file, found = new Set()) {
  if (found.has(file)) return found
  found.add(file)
  for (const [, name] of readFileSync(file, 'utf8').matchAll(AT_ONCE)) {
    const next = fileOf(file, name)
    if (next !== null) filesFrom(next, found)
  }
  return found
}

/** What a source file fetches when it is wanted, and whether the words of all rooms come with it. */
export function laterFrom(from) {
  return [...readFileSync(from, 'utf8').matchAll(LATER)].flatMap(([, words, name]) => {
    const file = fileOf(from, name)
    return file === null ? [] : [{ from, file, hasWords: words !== undefined }]
  })
}

/** Null for what is not written here: packages, styles, what the build made. */
function fileOf(from, name) {
  const component = /^@accord\/ui\/(.*)$/u.exec(name)
  if (component === null && !name.startsWith('.')) return null
  const at = component === null ? path.resolve(path.dirname(from), name) : path.join(COMPONENTS, component[1])
  if (at.includes(`${path.sep}compiled${path.sep}`)) return null
  const stem = at.replace(/\.js$/u, '')
  return [`${stem}.ts`, `${stem}.tsx`].find(existsSync) ?? null
}
