import type { Agenda, SupervisionPair } from '@accord/domain/rest/supervision'
import { IconButton } from '@accord/ui/controls/icon-button'
import { Menu } from '@accord/ui/controls/menu'
import { MoreIcon } from '@accord/ui/icons/more-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface AgendaLineProps {
  readonly item: Agenda['items'][number]
  readonly pair: SupervisionPair
  /** Null where it stands at that end already. */
  readonly moves: { readonly up: (() => void) | null; readonly down: (() => void) | null }
  readonly onDiscussed: () => void
}

/** One thing to talk about: what, whose, from where. */
export function AgendaLine({ item, pair, moves, onDiscussed }: AgendaLineProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const self = useSelf()
  const { by, at, about, clients, goalName } = item
  const isOwn = by === self.person.id
  const author = by === pair.supervisor.person ? pair.supervisor : pair.practitioner
  const clientNames = format.list(clients.map(givenName))
  const from = t('agenda.from', {
    by: isOwn ? 'you' : 'other',
    name: givenName(author.name),
    about: about.kind,
    goal: goalName === '' ? t('goals.unnamed') : goalName,
    clients: clientNames,
    when: format.relativeDay(new Date(at), now),
  })
  const words =
    item.words === '' ? t('agenda.wordless', { goal: goalName, clients: clientNames }) : item.words
  return (
    <li>
      <div className="ac-grow">
        <p dir="auto">{words}</p>
        <p
          className="web-agenda-from"
          data-by={by === pair.supervisor.person ? 'supervisor' : 'practitioner'}
        >
          {from}
        </p>
      </div>
      {pair.isCurrent && (
        <Menu
          label={t('agenda.more', { words })}
          trigger={
            <IconButton label={t('agenda.more', { words })} size="small">
              <MoreIcon />
            </IconButton>
          }
          choices={[
            { id: 'discussed', label: t('agenda.discussed') },
            { id: 'up', label: t('agenda.up'), isDisabled: moves.up === null },
            { id: 'down', label: t('agenda.down'), isDisabled: moves.down === null },
          ]}
          onChoose={(id) => {
            if (id === 'discussed') onDiscussed()
            if (id === 'up') moves.up?.()
            if (id === 'down') moves.down?.()
          }}
        />
      )}
    </li>
  )
}
