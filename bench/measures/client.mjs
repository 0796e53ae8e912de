import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { leanSocket } from '../../packages/ui/scripts/lean-socket.mjs'
import { figure } from '../figures.mjs'

/** @import { Figure } from '../figures.mjs' */

/** What a page loads to write together, beyond the editor and what draws the page. */
export default { name: 'client', measure }

const ENTRY = fileURLToPath(new URL('../../packages/ui/dist/live-plan/use-live-plan.js', import.meta.url))
/** The page's own, and the editor's, which speaks in changes as the plan does. */
const THERE_ALREADY = [/^react($|\/)/, /^@codemirror\//]

/** @returns {Promise<Figure[]>} */
async function measure() {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    // As both apps are built.
    plugins: [leanSocket()],
    build: {
      write: false,
      minify: true,
      lib: { entry: ENTRY, formats: ['es'] },
      rolldownOptions: { external: THERE_ALREADY },
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  if (!bundle || !('output' in bundle)) throw new Error('the code for writing together was not bundled')
  const code = bundle.output.map((part) => (part.type === 'chunk' ? part.code : '')).join('')
  return [
    figure('code for writing together beyond the editor, gzip', gzipSync(code).length / 1_024, 'KB', '≤ 30'),
  ]
}
