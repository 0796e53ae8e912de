import { describe, expect, it } from '@jest/globals'
import { passwordTrouble } from './password.js'

const wren = { name: 'Wren Halloran-Holm', email: 'wren.halloran.holm@example.org' }

describe('a password that somebody chooses', () => {
  it.each([
    ['eleven char', 'too-short'],
    ['twelve chars', null],
    ['aaaaaaaaaaaa', null],
    ['x'.repeat(128), null],
    ['x'.repeat(129), 'too-long'],
    ['wren halloran-holm', 'is-own-name'],
    ['  WREN  Halloran-Holm ', 'is-own-name'],
    ['wren.halloran.holm@example.org', 'is-own-name'],
    ['Wren.Halloran.Holm', 'is-own-name'],
    ['wren halloran-holm 7', null],
  ])('[CL8] is judged by its length and by being no own name: case %#', (password, trouble) => {
    expect(passwordTrouble(password, wren)).toBe(trouble)
  })
})
