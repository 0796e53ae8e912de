import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-aria-components'
import { alarmsQuery, countUnknown } from '../../lib/alarms/alarms.js'
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
  const unknown = alarms === undefined ? 0 : countUnknown(alarms)
  const { area, link } = useOneStop(page)
  const hintId = useId()
  return (
    <nav className="web-desk-nav" aria-label={t('desk.pages')} aria-describedby={hintId} {...area}>
      <p className="ac-hidden" id={hintId}>
        {t('desk.pages.keys')}
      </p>
      <ul className="web-desk-groups">
        {GROUPS.map(({ id, pages }) => (
          <Group key={id} id={id} pages={pages} page={page} unknown={unknown} link={link} />
        ))}
      </ul>
    </nav>
  )
}

interface GroupProps {
  readonly id: (typeof GROUPS)[number]['id']
  readonly pages: readonly DeskPage[]
  readonly page: DeskPage
  /** Alarms that nobody knows of. */
  readonly unknown: number
  readonly link: ReturnType<typeof useOneStop>['link']
}

function Group({ id, pages, page, unknown, link }: GroupProps) {
  const t = useWebMessages()
  const nameId = useId()
  const [first] = pages
  const name = t(`desk.group.${id}`)
  const isOpen = pages.includes(page)
  const waits = id === 'oversight' && unknown > 0
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
        {waits && !isOpen ? t('desk.group.waits', { name, count: unknown }) : name}
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
              {one === 'alarms' ? t('desk.tab.alarms', { count: unknown }) : t(`desk.tab.${one}`)}
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
