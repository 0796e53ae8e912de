import type { AttentionItem } from '@accord/domain/attention/attention'
import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { ButtonLink } from '@accord/ui/controls/link'
import { CommentIcon } from '@accord/ui/icons/comment-icon'
import { OpenSealIcon } from '@accord/ui/icons/open-seal-icon'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import type { Concern } from '../../lib/attention.js'
import { concernOf, concernWords } from '../../lib/concern-sentence.js'
import { goalAddress } from '../../lib/goal-address.js'
import { voicesOf } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useSelf } from '../../lib/self-context.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** One thing worth attention: its reason in words, whose it is, one act. */
export function ConcernRow({ concern }: { readonly concern: Concern }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { person } = useSelf()
  const { item, of } = concern
  const { title, act } = concernWords({ t, format, self: person.id }, concern)
  const name = concernOf(format, concern)
  return (
    <li className="web-concern" data-kind={item.kind}>
      <span className="web-concern-icon" aria-hidden="true">
        <KindIcon kind={item.kind} />
      </span>
      <div className="web-concern-body">
        <p className="ac-strong">
          {title}
          {item.isNew && <span className="web-new">{t('today.new')}</span>}
        </p>
        <p className="ac-muted ac-small">
          {t('today.where', { name, when: format.relativeDay(new Date(item.at), now) })}
        </p>
        <Words concern={concern} />
      </div>
      <ButtonLink
        href={goalAddress(of, item.goal)}
        aria-label={t('today.act.of', { act, name, reason: title })}
      >
        {act}
      </ButtonLink>
    </li>
  )
}

function Words({ concern: { item, of } }: { readonly concern: Concern }) {
  const t = useWebMessages()
  switch (item.kind) {
    case 'lapsed':
    case 'awaits-you':
    case 'goal-started':
    case 'goal-shared':
      return item.words.text === '' ? null : (
        <p className="web-concern-words" dir="auto">
          <AttributedText text={item.words.text} runs={item.words.runs} voices={voicesOf(of.people)} />
        </p>
      )
    case 'question':
    case 'comment':
    case 'question-answered':
      return (
        <p className="web-concern-words" dir="auto">
          {t('today.quote', { words: item.text })}
        </p>
      )
    case 'answered':
      return item.reason === null ? null : (
        <p className="web-concern-words" dir="auto">
          {t('today.quote', { words: item.reason })}
        </p>
      )
    case 'step-due':
      return null
  }
}

function KindIcon({ kind }: { readonly kind: AttentionItem['kind'] }) {
  switch (kind) {
    case 'lapsed':
    case 'awaits-you':
    case 'answered':
      return <OpenSealIcon size={20} />
    case 'question':
    case 'comment':
    case 'question-answered':
      return <CommentIcon size={20} />
    case 'goal-started':
    case 'goal-shared':
    case 'step-due':
      return <PlusIcon size={20} />
  }
}
