import { afterEach, expect, it, jest } from '@jest/globals'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { AgendaAdder } from '../session/agenda-adder.js'
import { StepAdder } from '../steps/step-adder.js'
import { aGoalAtHand } from '../testing/a-goal-at-hand.js'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { WordingHints } from './lazy.js'
import { WordingContext, type WordingSettings } from './wording-context.js'

afterEach(cleanup)

const settings = (changes: Partial<WordingSettings> = {}): WordingSettings => {
  return { person: 'mara', decisions: [], isOn: true, turn: () => undefined, ...changes }
}
const show = (
  text: string,
  { textId = 'one', ...changes }: Partial<WordingSettings> & { textId?: string } = {},
) => {
  const onText = jest.fn()
  renderWithMessages(
    <WordingContext value={settings(changes)}>
      <WordingHints text={text} textId={textId} onText={onText} />
    </WordingContext>,
  )
  return onText
}

it('[WC1] [WC2] suggests other words with why and after whom, and puts them in when they are wanted', async () => {
  const onText = show('He denies pain.')
  const put = await screen.findByRole('button', { name: 'Put “reports no” for “denies”' })
  expect(screen.getByRole('complementary', { name: 'Hints on wording' }).textContent).toContain('PMC9360372')
  fireEvent.click(put)
  expect(onText).toHaveBeenCalledWith('He reports no pain.')
})

it('[WC7] leaves a word in its text alone for good, and in another text not', async () => {
  show('She refuses.', { textId: 'left' })
  fireEvent.click(await screen.findByRole('button', { name: 'Leave “refuses” as it is' }))
  await waitFor(() => expect(screen.queryByText('refuses')).toBeNull())
  expect(localStorage.getItem('accord.wording-left')).not.toContain('refuses')
  cleanup()
  show('She refuses. She insists that it hurts.', { textId: 'left' })
  await screen.findByRole('button', { name: 'Leave “insists that” as it is' })
  expect(screen.queryByText('refuses')).toBeNull()
  cleanup()
  show('She refuses.', { textId: 'other' })
  await screen.findByRole('button', { name: 'Leave “refuses” as it is' })
})

it('[WC7] shows nothing to whoever turned hints off', async () => {
  show('She refuses.', { isOn: false, textId: 'off' })
  await new Promise((done) => setTimeout(done, 700))
  expect(screen.queryByRole('complementary')).toBeNull()
})

it('[WC8] stands beside a step and a subject of a session while they are written, and holds up neither', async () => {
  const { at, asked } = aGoalAtHand([])
  const onBring = jest.fn<(words: string) => Promise<unknown>>(() => Promise.resolve())
  renderWithMessages(
    <WordingContext value={settings()}>
      <StepAdder at={at} />
      <AgendaAdder label="To bring" readers="Jonah" textId="agenda" onBring={onBring} />
    </WordingContext>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Add a step' }))
  const write = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  write('What is the next step?', 'Ask why she refuses')
  write('To bring', 'He denies pain')
  fireEvent.click(await screen.findByRole('button', { name: 'Put “reports no” for “denies”' }))
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  fireEvent.click(screen.getByRole('button', { name: 'Add it' }))
  expect(onBring).toHaveBeenCalledWith('He reports no pain')
  expect(asked).toMatchObject([{ name: 'step.add', text: 'Ask why she refuses' }])
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'To bring' })).toHaveProperty('value', ''))
})
