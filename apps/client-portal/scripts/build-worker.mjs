// Builds the service worker after the app, since it names every file of it.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = path.join(root, 'dist')
const OWN_FILE = 'worker.js'
/** Scripts that most people never see; they are kept once they were needed. */
const ON_USE = /-arabic-/

const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(path.join(dist, name)).isFile())
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => !name.startsWith('.vite/') && name !== OWN_FILE)
  .sort()
const hash = createHash('sha256')
for (const name of names) hash.update(`${name}\n`).update(readFileSync(path.join(dist, name)))

const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'))
const entry = Object.values(manifest).find((chunk) => chunk.isEntry).file
const paths = names.filter((name) => name !== 'index.html').map((name) => `/${name}`)
const shell = {
  version: hash.digest('hex').slice(0, 16),
  entry,
  needed: paths.filter((name) => !ON_USE.test(name)),
  onUse: paths.filter((name) => ON_USE.test(name)),
}

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  define: { ACCORD_SHELL: JSON.stringify(shell) },
  build: {
    outDir: dist,
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: path.join(root, 'src/worker/worker.ts'),
      output: { format: 'iife', entryFileNames: OWN_FILE },
    },
  },
})
