import { describe, expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import type { HalfState } from '@accord/domain/agreement/state'
import type { AgreementParty } from '../agreement/agreement-party.js'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { GoalStatus } from './goal-status.js'

function party(name: string, state: HalfState, isViewer = false): AgreementParty {
  const side = name === 'Mara' ? 'practitioner' : 'client'
  return { id: name, name, side, state, isViewer, answer: null }
}

describe('[AG1] how a goal of three stands', () => {
  it.each([
    ['a supervisor', null, 'Mara and Ana agree · waiting for Luis'],
    ['one of those who agree', 'Ana', 'You and Mara agree · waiting for Luis'],
    ['the one it waits for', 'Luis', 'Mara and Ana agree · waiting for you'],
  ])('is said by name to %s', (_who, viewer, sentence) => {
    const parties = [party('Mara', 'on'), party('Ana', 'on'), party('Luis', 'off')]
    const seen = parties.map((one) => ({ ...one, isViewer: one.name === viewer }))
    renderWithMessages(<GoalStatus standing="open" parties={seen} />)
    expect(screen.getByText(sentence)).toBeTruthy()
  })
})
