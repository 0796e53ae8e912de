import { describe, expect, it } from '@jest/globals'
import type { PersonId } from '../ids.js'
import { isFit, partTrouble, type LivePart } from './part.js'
import { phasesOf } from './phase.js'

const person = (name: string) => name as PersonId
const mara: LivePart = { person: person('mara'), relation: 'practitioner' }
const jonah: LivePart = { person: person('jonah'), relation: 'client' }
const ruth: LivePart = { person: person('ruth'), relation: 'supervisor' }
const parts = [mara, jonah, ruth]

describe('who can have a part in a case', () => {
  it('[CL10] practitioners and supervisors are employed as such, anybody can be a client', () => {
    const hanne = { roles: ['practitioner'] as const, disabled: false }
    expect([isFit(hanne, 'practitioner'), isFit(hanne, 'supervisor'), isFit(hanne, 'client')]).toEqual([
      true,
      false,
      true,
    ])
    expect(isFit({ roles: [], disabled: false }, 'guardian')).toBe(true)
    expect(isFit({ ...hanne, disabled: true }, 'practitioner')).toBe(false)
    expect(isFit({ roles: ['administrator'], disabled: false }, 'practitioner')).toBe(false)
    expect(isFit(null, 'client')).toBe(false)
  })

  it('[CL12] a practitioner is replaced in one act, and the last one does not just leave', () => {
    const hanne: LivePart = { person: person('hanne'), relation: 'practitioner' }
    expect(partTrouble(parts, { ends: mara.person, begins: hanne })).toBe(null)
    expect(partTrouble(parts, { ends: mara.person, begins: null })).toBe('last-party')
    expect(partTrouble([...parts, hanne], { ends: mara.person, begins: null })).toBe(null)
    expect(partTrouble(parts, { ends: ruth.person, begins: null })).toBe(null)
  })

  it('[CL12] nobody has two parts, and only a part that there is can end', () => {
    const again: LivePart = { person: ruth.person, relation: 'client' }
    expect(partTrouble(parts, { ends: null, begins: again })).toBe('already-exists')
    expect(partTrouble(parts, { ends: ruth.person, begins: again })).toBe(null)
    expect(partTrouble(parts, { ends: person('nobody'), begins: null })).toBe('not-found')
  })
})

describe('the phases of the work', () => {
  it('[CL15] are three for massage and Reiki, and four for talking', () => {
    expect(phasesOf('reiki')).toEqual(['orientation', 'working', 'termination'])
    expect(phasesOf('massage')).toEqual(phasesOf('reiki'))
    expect(phasesOf('counselling')).toEqual(['commitment', 'process', 'change', 'termination'])
    expect(phasesOf('psychotherapy')).toEqual(phasesOf('counselling'))
  })
})
