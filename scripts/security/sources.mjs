import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** @import { Node, SourceFile } from 'typescript' */

const LEFT_OUT = new Set(['node_modules', 'dist', '.turbo', '.shoot', 'compiled', 'test-results'])

/**
 * Every file of code below a folder.
 *
 * @param {string} folder absolute
 * @returns {string[]}
 */
export function codeBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : codeBelow(place)
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [place] : []
  })
}

/**
 * @param {string} file absolute
 * @returns {SourceFile}
 */
export function parsed(file) {
  const kind = file.endsWith('.tsx')
    ? ts.ScriptKind.TSX
    : file.endsWith('.mjs')
      ? ts.ScriptKind.JS
      : ts.ScriptKind.TS
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kind)
}

/**
 * Calls back for a node and everything below it.
 *
 * @param {Node} node
 * @param {(node: Node) => void} see
 */
export function walk(node, see) {
  see(node)
  ts.forEachChild(node, (child) => walk(child, see))
}

/**
 * The titles of the tests that a file really runs: neither skipped nor only planned.
 *
 * @param {string} file absolute
 * @returns {string[]}
 */
export function testTitles(file) {
  /** @type {string[]} */
  const titles = []
  walk(parsed(file), (node) => {
    if (!ts.isCallExpression(node) || !/^(it|test)\b/.test(node.expression.getText())) return
    if (/^(it|test)\.(skip|todo|fixme|describe|beforeEach|afterEach|use)\b/.test(node.expression.getText()))
      return
    const [title] = node.arguments
    if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
      titles.push(ts.isStringLiteralLike(title) ? title.text : title.getText().slice(1, -1))
    }
  })
  return titles
}
