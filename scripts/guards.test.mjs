import assert from 'node:assert/strict'
import path from 'node:path'
import { after, before, beforeEach, afterEach, describe, it } from 'node:test'
import { messages } from './messages.mjs'
import { root } from './settings.mjs'
import { runScript } from './testing/checkout.mjs'
import { aGuardedCheckout, runTool } from './testing/guarded-checkout.mjs'
import { importBreaks, importGround } from './testing/import-breaks.mjs'

/** @type {ReturnType<typeof aGuardedCheckout>} */
let checkout

describe('dependency-cruiser', () => {
  before(() => {
    checkout = aGuardedCheckout()
  })
  after(() => checkout.remove())

  const violations = () => {
    const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json']
    const tool = 'dependency-cruiser/bin/dependency-cruise.mjs'
    const { stdout } = runTool(checkout.folder, tool, [...args, 'packages/*/src', 'apps/*/src', 'scripts'])
    const { summary } = JSON.parse(stdout)
    /** @type {{ from: string, rule: { name: string } }[]} */
    const found = summary.violations
    /** @type {{ name: string }[]} */
    const rules = summary.ruleSetUsed.forbidden
    return { found, rules: rules.map(({ name }) => name).sort() }
  }

  it('[HO22] finds nothing in a sound checkout, and every planted import by the name of its rule', () => {
    checkout.write('scripts/sound.mjs', 'export {}\n')
    const sound = violations()
    assert.deepEqual(sound.found, [])
    assert.deepEqual(sound.rules, Object.keys(importBreaks).sort(), 'a rule without a planted break')
    for (const [file, text] of Object.entries(importGround)) checkout.write(file, text)
    for (const [file, text] of Object.values(importBreaks)) checkout.write(file, text)
    const { found } = violations()
    for (const [rule, [file]] of Object.entries(importBreaks)) {
      assert.ok(
        found.some((violation) => violation.rule.name === rule && violation.from === file),
        `${rule} missed ${file}`,
      )
    }
  })
})

describe('the other checks', () => {
  beforeEach(() => {
    checkout = aGuardedCheckout()
  })
  afterEach(() => checkout.remove())

  it('[HO22] ESLint catches what strict typing and the limits of size forbid', () => {
    const lint = () => {
      const args = ['.', '--max-warnings', '0', '--format', 'json']
      const { status, stdout } = runTool(checkout.folder, 'eslint/bin/eslint.js', args)
      /** @type {{ messages: { ruleId: string | null, message: string }[] }[]} */
      const files = JSON.parse(stdout)
      return {
        status,
        found: files.flatMap((file) => file.messages.map(({ ruleId, message }) => ruleId ?? message)),
      }
    }
    assert.deepEqual(lint(), { status: 0, found: [] })
    const typed = [
      'export const loose = (x: any): void => { x() }',
      'export const late = (): void => { Promise.resolve() }',
    ]
    const switched =
      "export const f = (k: 'a' | 'b'): number => { switch (k) { case 'a': return 1 }; return 0 }"
    checkout.write(
      'apps/api/src/loose.ts',
      [...typed, switched, '// eslint-disable-next-line', ''].join('\n'),
    )
    checkout.write('packages/domain/src/long.ts', 'export {}\n'.repeat(301))
    checkout.write(
      'packages/domain/src/deep.ts',
      `export const deep = () => {\n${'  void 0\n'.repeat(41)}}\n`,
    )
    checkout.write('scripts/loose.mjs', 'nobodyDefinedThis()\n')
    const { status, found } = lint()
    assert.equal(status, 1)
    const rules = ['no-explicit-any', 'no-floating-promises', 'switch-exhaustiveness-check'].map(
      (rule) => `@typescript-eslint/${rule}`,
    )
    for (const rule of [...rules, 'max-lines', 'max-lines-per-function', 'no-undef'])
      assert.ok(found.includes(rule), rule)
    assert.ok(found.some((message) => message.includes('eslint-disable-next-line')))
  })

  it('[HO22] Prettier catches a file that is not formatted', () => {
    const check = () =>
      runTool(checkout.folder, 'prettier/bin/prettier.cjs', ['--list-different', 'packages', 'apps'])
    assert.deepEqual([check().status, check().stdout], [0, ''])
    checkout.write('packages/domain/src/loose.ts', 'export const  loose = "double";\n')
    assert.deepEqual([check().status, check().stdout], [1, 'packages/domain/src/loose.ts\n'])
  })

  it('[HO22] knip catches an unused file, export and dependency, and one that is not declared', () => {
    /** @returns {{ issues: any[], status: number | null }} */
    const knip = () => {
      const { status, stdout } = runTool(checkout.folder, 'knip/bin/knip.js', [
        '--reporter',
        'json',
        '--no-config-hints',
      ])
      return { issues: JSON.parse(stdout).issues, status }
    }
    const manifest = { name: '@accord/api', type: 'module', version: '0.1.0' }
    checkout.write('apps/api/package.json', {
      ...manifest,
      dependencies: { '@accord/domain': '0.1.0', zod: '4.6.7' },
    })
    checkout.write('apps/api/src/alone.ts', 'export const alone = 1\n')
    checkout.write('packages/domain/src/goal/whole.ts', 'export const whole = 1\nexport const unwanted = 2\n')
    checkout.write('packages/ui/src/part.ts', "import 'luxon-is-not-declared'\n")
    const { issues, status } = knip()
    assert.equal(status, 1)
    const named = (/** @type {string} */ kind) =>
      issues.flatMap((issue) => (issue[kind] ?? []).map((/** @type {{ name: string }} */ one) => one.name))
    assert.ok(named('files').includes('apps/api/src/alone.ts'))
    assert.ok(named('exports').includes('unwanted') && !named('exports').includes('whole'))
    assert.ok(named('dependencies').includes('zod') && !named('dependencies').includes('@accord/domain'))
    assert.ok(named('unlisted').includes('luxon-is-not-declared'))
  })

  it('[HO22] the compiler catches what strictness alone finds', () => {
    const compile = () =>
      runTool(checkout.folder, 'typescript/bin/tsc', ['-p', path.join('packages', 'domain', 'tsconfig.json')])
    assert.equal(compile().status, 0)
    const unchecked = 'export const first = (list: readonly string[]): string => list[0]'
    const optional = 'export const goal: { name?: string } = { name: undefined }'
    checkout.write('packages/domain/src/loose.ts', `${unchecked}\n${optional}\n`)
    const { status, stdout } = compile()
    assert.equal(status, 2)
    for (const code of ['loose.ts(1', 'loose.ts(2']) assert.ok(stdout.includes(code), stdout)
  })
})

describe('npm run check', () => {
  it('[HO22] says which checks there are when it is asked for another', async () => {
    const { exit, said } = await runScript(root, 'check.mjs', { args: ['lnit'] })
    assert.equal(await exit, 1)
    const known = [
      'build',
      'types',
      'lint of the rest',
      'lint of apps/api',
      'lint of apps/web',
      'types of the scripts',
    ]
    const others = ['format', 'imports', 'unused', 'regular expressions', 'the standard']
    assert.equal(said.err, `${messages.unknownCheck('lnit', [...known, ...others].join(', '))}\n`)
  })
})
