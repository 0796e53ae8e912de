import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../settings.mjs'

const CONFIGURATION = [
  '.dependency-cruiser.mjs',
  '.prettierignore',
  '.prettierrc',
  'eslint.config.mjs',
  'knip.json',
  'package.json',
  'tsconfig.base.json',
  'packages/domain/tsconfig.json',
  'apps/api/tsconfig.json',
]

/**
 * A small checkout with this one's real configuration of the checks, in which a break can be planted.
 */
export function aGuardedCheckout() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'accord-guards-')))
  const write = (/** @type {string} */ name, /** @type {string | object} */ content) => {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`)
  }
  for (const name of CONFIGURATION) cpSync(path.join(root, name), path.join(folder, name))
  linkPackages(folder)
  const place = { type: 'module', private: true, version: '0.1.0' }
  write('packages/domain/package.json', {
    ...place,
    name: '@accord/domain',
    exports: { './*': './src/*.ts' },
  })
  write('packages/ui/package.json', { ...place, name: '@accord/ui', exports: { './*': './src/*.ts' } })
  write('apps/api/package.json', { ...place, name: '@accord/api' })
  write('apps/web/package.json', { ...place, name: '@accord/web' })
  write('e2e/package.json', { ...place, name: '@accord/e2e' })
  write('packages/domain/src/goal/whole.ts', 'export const whole = 1\n')
  write(
    'apps/api/src/main.ts',
    "import { whole } from '@accord/domain/goal/whole'\n\nexport const served = whole\n",
  )
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * @param {string} folder
 * @param {string} tool its file below node_modules
 * @param {string[]} args
 */
export function runTool(folder, tool, args) {
  const file = path.join(root, 'node_modules', tool)
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

/** @param {string} folder */
function linkPackages(folder) {
  const from = path.join(root, 'node_modules')
  mkdirSync(path.join(folder, 'node_modules', '@accord'), { recursive: true })
  for (const name of readdirSync(from)) {
    const link = path.join(folder, 'node_modules', name)
    if (name !== '.cache' && !existsSync(link)) symlinkSync(path.join(from, name), link)
  }
  for (const [name, place] of [
    ['domain', 'packages/domain'],
    ['ui', 'packages/ui'],
    ['api', 'apps/api'],
    ['web', 'apps/web'],
  ]) {
    symlinkSync(path.join(folder, place ?? ''), path.join(folder, 'node_modules', '@accord', name ?? ''))
  }
}
