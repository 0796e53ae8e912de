import { Chip } from '../controls/chip.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { AgreementParty } from './agreement-party.js'

/** What the others said to these words; a yes is already in the seal. */
export function OthersAnswers({ parties }: { readonly parties: readonly AgreementParty[] }) {
  const t = useUiMessages()
  const said = parties.flatMap(({ id, name, side, isViewer, answer }) =>
    isViewer || answer === null || answer.kind === 'agree' ? [] : [{ id, name, side, answer }],
  )
  if (said.length === 0) return null
  return (
    <ul className="ac-said">
      {said.map(({ id, name, side, answer }) => {
        const sentence = t(`agreement.theirs.${answer.kind}`, { name })
        return (
          <li key={id}>
            <Chip tone={side}>{sentence}</Chip>
            {answer.reason !== null && (
              <q className="ac-quote" dir="auto">
                {answer.reason}
              </q>
            )}
          </li>
        )
      })}
    </ul>
  )
}
