import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-aria-components'
import { alarmsQuery, countUnknown } from '../../lib/alarms/alarms.js'
import { waitingRequestsQuery } from '../../lib/waiting-requests.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { useOneStop } from './use-one-stop.js'

/** Every page of the room, under what it is about. */
const GROUPS = [
  { id: 'desk', pages: ['people', 'cases', 'requests', 'import', 'outbox'] },
  { id: 'asking', pages: ['consent', 'instruments', 'thresholds'] },
  { id: 'working', pages: ['notes', 'wording', 'remote', 'numbers', 'afterwards', 'retention'] },
  { id: 'oversight', pages: ['reviews', 'supervision', 'alarms', 'audit'] },
] as const
export type DeskPage = (typeof GROUPS)[number]['pages'][number]

/** The pages of the front desk, one stop of the tabulator: a list beside the page, in two rows above it where there is no room. */
export function DeskNav({ page }: { readonly page: DeskPage }) {
  const t = useWebMessages()
  const { data: alarms } = useQuery(alarmsQuery)
  const { data: asked } = useQuery(waitingRequestsQuery)
  const unknown = alarms === undefined ? 0 : countUnknown(alarms)
  const waiting = { unknown, asked: asked?.waiting ?? 0, overdue: asked?.overdue ?? 0 }
  const { area, link } = useOneStop(page)
  const hintId = useId()
  return (
    <nav className="web-desk-nav" aria-label={t('desk.pages')} aria-describedby={hintId} {...area}>
      <p className="ac-hidden" id={hintId}>
        {t('desk.pages.keys')}
      </p>
      <ul className="web-desk-groups">
        {GROUPS.map(({ id, pages }) => (
          <Group key={id} id={id} pages={pages} page={page} waiting={waiting} link={link} />
        ))}
      </ul>
    </nav>
  )
}

interface GroupProps {
  readonly id: (typeof GROUPS)[number]['id']
  readonly pages: readonly DeskPage[]
  readonly page: DeskPage
  readonly waiting: {
    /** Alarms that nobody knows of. */
    readonly unknown: number
    /** Requests without an answer, and those of them that should have had one. (DR18) */
    readonly asked: number
    readonly overdue: number
  }
  readonly link: ReturnType<typeof useOneStop>['link']
}

function Group({ id, pages, page, waiting, link }: GroupProps) {
  const t = useWebMessages()
  const nameId = useId()
  const [first] = pages
  const name = t(`desk.group.${id}`)
  const isOpen = pages.includes(page)
  const count = id === 'oversight' ? waiting.unknown : id === 'desk' ? waiting.asked : 0
  return (
    <li data-open={isOpen ? '' : undefined}>
      <span className="web-desk-group" id={nameId}>
        {name}
      </span>
      {/* Where only the open group shows its pages, the others lead to their first. */}
      <Link
        className="web-desk-way"
        href={addressOf(first ?? page)}
        {...link(`group ${id}`)}
        {...(isOpen ? { 'aria-current': true } : {})}
      >
        {count > 0 && !isOpen ? t('desk.group.waits', { name, count }) : name}
      </Link>
      <ul aria-labelledby={nameId}>
        {pages.map((one) => (
          <li key={one}>
            <Link
              className="web-desk-link"
              href={addressOf(one)}
              {...link(one)}
              {...(one === page ? { 'aria-current': 'page' as const } : {})}
            >
              {one === 'alarms'
                ? t('desk.tab.alarms', { count: waiting.unknown })
                : one === 'requests'
                  ? t('desk.tab.requests', { count: waiting.asked, overdue: waiting.overdue })
                  : t(`desk.tab.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  )
}

function addressOf(page: DeskPage): string {
  return `/administration/${page}`
}
