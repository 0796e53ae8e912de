import { describe, expect, it } from '@jest/globals'
import { strengthOf } from './strength.js'

describe('[ID1] the strength of a new password', () => {
  it('comes from length: a few unrelated words are strong without any sign or digit', () => {
    expect(strengthOf('kettle harbour violet spoon')).toBe('strong')
  })

  it('is nothing where characters repeat or run along the alphabet or the keyboard', () => {
    expect(strengthOf('aaaaaaaaaaaaaaaaaaaa')).toBe('guessable')
    expect(strengthOf('abcdefghijklmnop')).toBe('guessable')
    expect(strengthOf('qwertyuiop1234567890')).toBe('guessable')
  })

  it('counts nothing of one’s own name and address', () => {
    expect(strengthOf('Okafor-jonah-alder', ['Jonah Okafor', 'jonah@alder.example'])).toBe('guessable')
  })

  it('grows with what is added', () => {
    expect(strengthOf('kettle harb')).toBe('fair')
    expect(strengthOf('kettle harbour')).toBe('good')
  })
})
