import { describe, expect, it, jest } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { AgreementBar, type AgreementBarProps } from './agreement-bar.js'
import type { AgreementParty } from './agreement-party.js'

const mara: AgreementParty = {
  id: 'm',
  name: 'Mara',
  side: 'practitioner',
  state: 'off',
  isViewer: true,
  answer: null,
}
const jonah: AgreementParty = {
  id: 'j',
  name: 'Jonah',
  side: 'client',
  state: 'on',
  isViewer: false,
  answer: { kind: 'agree', reason: null },
}

function show(props: Partial<AgreementBarProps>) {
  const onAgree = jest.fn()
  const onAnswer = jest.fn()
  renderWithMessages(
    <AgreementBar standing="open" parties={[mara, jonah]} onAgree={onAgree} onAnswer={onAnswer} {...props} />,
  )
  return { onAgree, onAnswer }
}

const button = (name: string) => screen.getByRole('button', { name })

describe('the agreement bar', () => {
  it('[AG1] agrees with one press', () => {
    const { onAgree } = show({})
    fireEvent.click(button('Agree to this wording'))
    expect(onAgree).toHaveBeenCalledTimes(1)
  })

  it('waits while the other person is typing, says so, and stays reachable by keyboard', () => {
    const { onAgree } = show({ blocked: { kind: 'typing', name: 'Jonah' } })
    const agree = button('Agree to this wording')
    fireEvent.click(agree)
    expect(onAgree).not.toHaveBeenCalled()
    expect(agree.getAttribute('aria-disabled')).toBe('true')
    expect(agree.hasAttribute('disabled')).toBe(false)
    const reason = document.getElementById(agree.getAttribute('aria-describedby') ?? '')
    expect(reason?.textContent).toBe('Opens when Jonah stops typing, so that you agree to the same words.')
  })

  it.each([
    ['offline', 'Opens when you’re back online, so that you agree to the words as they are.'],
    ['unsaved', 'Opens when your last words are saved.'],
  ] as const)('gives the reason when it can’t open: %s', (kind, sentence) => {
    show({ blocked: { kind } })
    expect(screen.getByText(sentence)).toBeTruthy()
  })

  it('[AG4] has nothing to agree to before there are words', () => {
    const { onAgree } = show({ standing: 'no-words' })
    fireEvent.click(button('Agree to this wording'))
    expect(onAgree).not.toHaveBeenCalled()
    expect(screen.getByText('Opens when there are words to agree to.')).toBeTruthy()
  })

  it('[AG5] sends another answer with a reason, or without one', () => {
    const { onAnswer } = show({})
    fireEvent.click(button('I see it differently'))
    fireEvent.change(screen.getByRole('textbox'), { target: { value: ' Ten is early on Fridays ' } })
    fireEvent.click(button('Send this answer'))
    expect(onAnswer).toHaveBeenLastCalledWith('differently', 'Ten is early on Fridays')
    fireEvent.click(button('I need more time'))
    fireEvent.click(button('Send this answer'))
    expect(onAnswer).toHaveBeenLastCalledWith('need-time', null)
  })

  it('[AG5] shows what the other person answered, in words', () => {
    show({
      parties: [mara, { ...jonah, state: 'off', answer: { kind: 'need-time', reason: 'Ask Dele first' } }],
    })
    expect(screen.getByText('Jonah needs more time.')).toBeTruthy()
    expect(screen.getByText('Ask Dele first')).toBeTruthy()
  })

  it('[AG5] lets a yes be taken back', () => {
    show({
      parties: [{ ...mara, state: 'on', answer: { kind: 'agree', reason: null } }, jonah],
      standing: 'agreed',
    })
    expect(screen.queryByRole('button', { name: 'Agree to this wording' })).toBeNull()
    fireEvent.click(button('Take back my yes'))
    expect(screen.getByRole('radio', { name: 'Not yet' })).toHaveProperty('checked', true)
  })

  it('gives a supervisor who reads along nothing to press', () => {
    show({ parties: [{ ...mara, isViewer: false }, jonah] })
    expect(screen.queryByRole('button')).toBeNull()
  })
})
