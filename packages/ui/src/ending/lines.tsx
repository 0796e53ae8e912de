import { type SubmitEvent, useState } from 'react'
import { LONGEST_LINE, MOST_LINES, type EndingList } from '@accord/domain/ending/box'
import type { LineId } from '@accord/domain/ending/draft'
import { Button } from '../controls/button.js'
import { TextField } from '../controls/text-field.js'
import { PlusIcon } from '../icons/plus-icon.js'
import { newId } from '../live-plan/new-id.js'
import { LineList } from './line-list.js'
import type { OfferSource, OpenPackProps } from './open-pack-props.js'
import { Trouble } from './trouble.js'
import { useDoing } from './use-doing.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface LinesProps extends OpenPackProps {
  readonly list: EndingList
}

/** A list that both write: add, move, cross out; and lines from elsewhere to be taken over one by one. (EN4, EN13) */
export function Lines({ page, state, viewer, hands, offers, list }: LinesProps) {
  const t = useUiMessages()
  const { run, isBusy, trouble } = useDoing(hands)
  const [words, setWords] = useState('')
  const lines = state.draft.lines.filter((one) => one.list === list)
  const taken = new Set(lines.map((one) => one.words))
  const offered = offers[list]
    .map(({ source, lines: all }) => ({ source, rest: all.filter((one) => !taken.has(one)) }))
    .filter(({ rest }) => rest.length > 0)
  const add = (line: string) =>
    run(() => hands.act({ kind: 'add', line: newId() as LineId, list, words: line }))
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy || words.trim() === '') return
    if (await add(words.trim())) setWords('')
  }
  const label = t(`ending.list.${list}`)
  const { people, mayWrite } = page
  return (
    <div className="ac-ending-list">
      {lines.length === 0 && !mayWrite && <p className="ac-muted">{t('ending.list.none')}</p>}
      <LineList
        {...{ label, lines, people, viewer }}
        onAct={mayWrite ? (act) => void run(() => hands.act(act)) : undefined}
      />
      {mayWrite && lines.length < MOST_LINES && (
        <form className="ac-ending-add" onSubmit={(event) => void submit(event)}>
          <TextField
            label={t(`ending.list.${list}.add`)}
            value={words}
            onChange={setWords}
            maxLength={LONGEST_LINE}
          />
          <Button type="submit" isPending={isBusy} isDisabled={words.trim() === ''}>
            {t('ending.list.do')}
          </Button>
        </form>
      )}
      {mayWrite &&
        offered.map(({ source, rest }) => (
          <Offers key={source} source={source} lines={rest} isBusy={isBusy} onTake={(one) => void add(one)} />
        ))}
      <Trouble sentence={trouble} />
    </div>
  )
}

interface OffersProps {
  readonly source: OfferSource
  readonly lines: readonly string[]
  readonly isBusy: boolean
  readonly onTake: (line: string) => void
}

/** Lines from one place, none of which stands in the pack before somebody takes it over. (EN4, EN13) */
function Offers({ source, lines, isBusy, onTake }: OffersProps) {
  const t = useUiMessages()
  return (
    <details className="ac-ending-offers">
      <summary>{t('ending.offers', { source, count: lines.length })}</summary>
      <p className="ac-muted ac-small">{t('ending.offers.hint')}</p>
      <ul>
        {lines.map((one) => (
          <li key={one}>
            <span dir="auto">{one}</span>
            <Button
              size="small"
              icon={<PlusIcon size={16} />}
              aria-label={t('ending.offers.named', { words: one })}
              isPending={isBusy}
              onPress={() => onTake(one)}
            >
              {t('ending.offers.take')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
