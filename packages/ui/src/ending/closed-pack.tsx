import { type SubmitEvent, useState } from 'react'
import { LONGEST_BOX, type EndingBox } from '@accord/domain/ending/box'
import { writtenBoxes } from '@accord/domain/ending/text'
import type { PersonId } from '@accord/domain/ids'
import type { EndingPage, EndingState } from '@accord/domain/rest/ending'
import { Button } from '../controls/button.js'
import { TextField } from '../controls/text-field.js'
import { useFormat } from '../messages/use-format.js'
import { NumberList } from '../safety/number-list.js'
import { shortNameOf } from '../whose-goal/short-name.js'
import type { EndingHands } from './ending-hands.js'
import { EndingPart } from './ending-part.js'
import { KeptList } from './kept-part.js'
import { LineList } from './line-list.js'
import { ReadBox } from './read-box.js'
import { Trouble } from './trouble.js'
import { useDoing } from './use-doing.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface ClosedPackProps {
  readonly page: EndingPage
  readonly state: Extract<EndingState, { kind: 'closed' }>
  readonly viewer: PersonId
  readonly hands: EndingHands
}

/** A pack that nobody changes any more. (EN7) */
export function ClosedPack(props: ClosedPackProps) {
  const t = useUiMessages()
  const { state, viewer } = props
  const { pack, hash } = state
  const { people, lines } = pack
  const of = (list: 'coping' | 'call') => lines.filter((one) => one.list === list)
  return (
    <>
      <div className="ac-ending">
        <EndingPart title={t('ending.summary')}>
          <ReadBoxes {...props} boxes={['changed', 'take-with', 'saw']} />
        </EndingPart>
        {pack.kept.length > 0 && (
          <EndingPart title={t('ending.kept')}>
            <KeptList kept={pack.kept} />
          </EndingPart>
        )}
        {of('coping').length > 0 && (
          <EndingPart title={t('ending.list.coping')}>
            <LineList label={t('ending.list.coping')} lines={of('coping')} {...{ people, viewer }} />
          </EndingPart>
        )}
        <EndingPart title={t('ending.hard')}>
          {of('call').length > 0 && <h3 className="ac-subheading">{t('ending.list.call')}</h3>}
          <LineList label={t('ending.list.call')} lines={of('call')} {...{ people, viewer }} />
          <h3 className="ac-subheading">{t('ending.urgent')}</h3>
          <NumberList numbers={pack.urgent} />
          <ReadBoxes {...props} boxes={['come-back']} />
        </EndingPart>
      </div>
      <Addenda {...props} />
      <p className="ac-muted ac-small ac-ending-hash">{t('ending.hash', { hash })}</p>
    </>
  )
}

function ReadBoxes({ state: { pack }, boxes }: ClosedPackProps & { readonly boxes: readonly EndingBox[] }) {
  const t = useUiMessages()
  const format = useFormat()
  const { people } = pack
  const written = writtenBoxes(pack.boxes).filter(({ box }) => boxes.includes(box))
  return written.map(({ writer, box, words, at }) => (
    <ReadBox
      key={`${writer} ${box}`}
      writer={people.find(({ person }) => person === writer)}
      title={t(`ending.box.${box}`)}
      meta={t('ending.box.by', {
        name: shortNameOf(people, writer),
        when: format.moment(new Date(at), new Date()),
      })}
      words={words}
    />
  ))
}

/** What was said later: beside the closed words, never in them. (EN7) */
function Addenda({ page, state: { addenda }, hands }: ClosedPackProps) {
  const t = useUiMessages()
  const format = useFormat()
  const { run, isBusy, trouble } = useDoing(hands)
  const [words, setWords] = useState('')
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy || words.trim() === '') return
    if (await run(() => hands.add({ after: addenda.length, words: words.trim() }))) setWords('')
  }
  if (addenda.length === 0 && !page.mayWrite) return null
  return (
    <section className="ac-ending-later" aria-labelledby="ending-later">
      <h2 id="ending-later">{t('ending.later')}</h2>
      {addenda.map(({ number, by, at, words: said }) => (
        <ReadBox
          key={number}
          writer={page.people.find(({ person }) => person === by)}
          title={shortNameOf(page.people, by)}
          meta={format.moment(new Date(at), new Date())}
          words={said}
        />
      ))}
      {page.mayWrite && (
        <form onSubmit={(event) => void submit(event)}>
          <TextField
            label={t('ending.later.add')}
            description={t('ending.later.hint')}
            lines={2}
            value={words}
            onChange={setWords}
            maxLength={LONGEST_BOX}
          />
          <Button type="submit" isPending={isBusy} isDisabled={words.trim() === ''}>
            {t('ending.later.do')}
          </Button>
        </form>
      )}
      <Trouble sentence={trouble} />
    </section>
  )
}
