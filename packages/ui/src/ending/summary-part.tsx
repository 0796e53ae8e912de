import { boxesOf, type EndingBox } from '@accord/domain/ending/box'
import { writtenBoxes } from '@accord/domain/ending/text'
import { useFormat } from '../messages/use-format.js'
import { shortNameOf } from '../whose-goal/short-name.js'
import { EndingPart } from './ending-part.js'
import { OwnBox } from './own-box.js'
import { ReadBox } from './read-box.js'
import type { OpenPackProps } from './open-pack-props.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

/** What each of them says of the work, in a box and an ink of their own. (EN2) */
export function SummaryPart(props: OpenPackProps) {
  const t = useUiMessages()
  return (
    <EndingPart title={t('ending.summary')} hint={t('ending.summary.hint')}>
      <Boxes {...props} boxes={['changed', 'take-with', 'saw']} />
    </EndingPart>
  )
}

interface BoxesProps extends OpenPackProps {
  readonly boxes: readonly EndingBox[]
}

/** One's own to write in, then everybody's as they are saved, and whose are still empty. */
export function Boxes({ page, state, viewer, hands, keepers, boxes }: BoxesProps) {
  const t = useUiMessages()
  const format = useFormat()
  const now = new Date()
  const { people } = page
  const person = (id: string) => people.find((one) => one.person === id)
  const me = state.halves.find((half) => half.person === viewer)
  const mine = page.mayWrite && me ? boxesOf(me.relation).filter((box) => boxes.includes(box)) : []
  const writer = person(viewer)
  const readers = people.filter((one) => one.person !== viewer && page.readers.includes(one.person))
  const names = format.list(readers.map((one) => shortNameOf(people, one.person)))
  const written = writtenBoxes(state.draft.boxes).filter((one) => boxes.includes(one.box))
  const others = written.filter((one) => one.writer !== viewer || mine.length === 0)
  const silent = state.halves.filter(
    (half) =>
      half.person !== viewer &&
      boxesOf(half.relation).some((box) => boxes.includes(box)) &&
      !written.some((one) => one.writer === half.person),
  )
  return (
    <>
      {writer &&
        mine.map((box) => <OwnBox key={box} {...{ page, hands, keepers, writer, box, readers, names }} />)}
      {others.map((one) => (
        <ReadBox
          key={`${one.writer} ${one.box}`}
          writer={person(one.writer)}
          title={t(`ending.box.${one.box}`)}
          meta={t('ending.box.by', {
            name: shortNameOf(people, one.writer),
            when: format.moment(new Date(one.at), now),
          })}
          words={one.words}
        />
      ))}
      {silent.map((half) => (
        <p key={half.person} className="ac-muted">
          {t('ending.box.silent', { name: shortNameOf(people, half.person) })}
        </p>
      ))}
    </>
  )
}
