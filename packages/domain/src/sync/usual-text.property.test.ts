import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { GOAL, LOG } from '../testing/plans.js'
import { isUsualText } from './usual-text.js'
import { textSchema } from './wire.js'

const usual = {
  plan: LOG,
  clientId: '0193c000-0000-7000-8000-0000000000f1',
  op: 1,
  base: 41,
  goal: GOAL,
  field: 'statement',
  changes: [9, [3, 'eleven']],
}
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(-0, 0, 1.5, 2 ** 53, LOG, 'why', 'text', [], null, undefined),
)
const key = fc.oneof(
  fc.constantFrom(...Object.keys(usual), 'step', 'undoes', '__proto__', 'more'),
  fc.string(),
)

describe('the usual text message', () => {
  it('[LP2] is known without the schema', () => {
    expect(isUsualText(usual)).toBe(true)
  })

  it('[LP2] is one that the schema reads as it is, whatever is put into it or left out', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 3 }), fc.option(key), (put, left) => {
        const body: Record<string, unknown> = { ...usual }
        for (const [name, other] of put)
          Object.defineProperty(body, name, {
            value: other,
            enumerable: true,
            configurable: true,
            writable: true,
          })
        if (left !== null) Reflect.deleteProperty(body, left)
        const parsed = textSchema.safeParse(body)
        if (isUsualText(body)) expect(parsed.data).toEqual(body)
        // Nothing that has these keys and no others goes the longer way for nothing.
        else if (Object.keys(body).length === Object.keys(usual).length) expect(parsed.success).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
})
