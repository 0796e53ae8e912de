import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson } from './content.js'

describe('the one form of a value', () => {
  it('[HI2] orders keys by code units at every depth, without white space', () => {
    const value = { b: [{ z: 1, A: null }, 'é'], a: { ä: true, '😀': 1.5, '': '"\n' } }
    expect(canonicalJson(value)).toBe('{"a":{"":"\\"\\n","ä":true,"😀":1.5},"b":[{"A":null,"z":1},"é"]}')
  })

  it('[HI2] leaves out what JSON leaves out', () => {
    expect(canonicalJson({ kept: [undefined, 1], left: undefined })).toBe('{"kept":[null,1]}')
  })

  it('[HI2] is read back as the same value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = canonicalJson(value)
        expect(canonicalJson(JSON.parse(json))).toBe(json)
        expect(JSON.stringify(JSON.parse(json))).toHaveLength(JSON.stringify(value).length)
      }),
    )
  })
})
