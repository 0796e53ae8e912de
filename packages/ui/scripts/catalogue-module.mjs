/** The generated module of one language: message ids with their trees, for whoever imports its `catalogue`. */
export function catalogueModule(trees, types) {
  const lines = [...trees].map(([id, nodes]) => `  ${JSON.stringify(id)}: ${JSON.stringify(nodes)},`)
  return `import type { Catalogue } from '${types}'\n\nexport const catalogue: Catalogue = {\n${lines.join('\n')}\n}\n`
}
