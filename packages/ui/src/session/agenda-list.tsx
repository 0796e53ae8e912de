import type { PersonId } from '@accord/domain/ids'
import type { AgendaSubject, SubjectState } from '@accord/domain/session/agenda'
import type { PersonName } from '@accord/domain/sync/wire'
import { Button } from '../controls/button.js'
import { IconButton } from '../controls/icon-button.js'
import { CheckIcon } from '../icons/check-icon.js'
import { CloseIcon } from '../icons/close-icon.js'
import { ForwardIcon } from '../icons/forward-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { shortNameOf } from '../whose-goal/short-name.js'

interface AgendaListProps {
  readonly agenda: readonly AgendaSubject[]
  readonly people: readonly PersonName[]
  readonly viewer: PersonId
  readonly label: string
  /** Absent for whoever doesn't lead through it. */
  readonly onMark?: (subject: string, state: SubjectState) => void
  /** Takes back what one brought oneself; absent when it is too late. */
  readonly onWithdraw?: ((subject: string) => void) | undefined
}

/** What people brought to a session: each with who brought it, and whether it had its turn. (SE9) */
export function AgendaList({ agenda, people, viewer, label, onMark, onWithdraw }: AgendaListProps) {
  const t = useUiMessages()
  return (
    <ul className="ac-agenda" aria-label={label}>
      {agenda.map((one) => (
        <li key={one.subject} data-state={one.state} data-relation={one.relation}>
          {onMark === undefined ? <Mark state={one.state} /> : <Tick subject={one} onMark={onMark} />}
          <span className="ac-agenda-words">
            <span dir="auto">{one.words}</span>
            <small>
              {one.by === viewer ? t('inSession.agenda.yours') : shortNameOf(people, one.by)}
              {one.state === 'now' && ` · ${t('inSession.agenda.now')}`}
              {one.state === 'done' && ` · ${t('inSession.agenda.done')}`}
            </small>
          </span>
          {onMark !== undefined && one.state === 'open' && (
            <Button
              kind="quiet"
              size="small"
              aria-label={t('inSession.agenda.turnNamed', { words: one.words })}
              onPress={() => onMark(one.subject, 'now')}
            >
              {t('inSession.agenda.turn')}
            </Button>
          )}
          {onWithdraw !== undefined && one.by === viewer && one.state === 'open' && (
            <IconButton
              label={t('inSession.agenda.withdraw', { words: one.words })}
              size="small"
              onPress={() => onWithdraw(one.subject)}
            >
              <CloseIcon size={16} />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  )
}

function Mark({ state }: { readonly state: SubjectState }) {
  return (
    <span className="ac-agenda-mark" aria-hidden="true">
      {state === 'done' && <CheckIcon size={18} />}
      {state === 'now' && <ForwardIcon size={18} />}
      {state === 'open' && <span className="ac-agenda-ring" />}
    </span>
  )
}

interface TickProps {
  readonly subject: AgendaSubject
  readonly onMark: NonNullable<AgendaListProps['onMark']>
}

function Tick({ subject: { subject, state, words, relation }, onMark }: TickProps) {
  const t = useUiMessages()
  const isDone = state === 'done'
  return (
    <label className="ac-tick" data-relation={relation}>
      <input
        type="checkbox"
        checked={isDone}
        aria-label={t('inSession.agenda.tick', { words })}
        onChange={() => onMark(subject, isDone ? 'open' : 'done')}
      />
      <span aria-hidden="true">{isDone && <CheckIcon size={14} />}</span>
    </label>
  )
}
