import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useLocation } from 'react-router'
import type { AttentionList } from '@accord/domain/rest/attention'
import { Button } from '@accord/ui/controls/button'
import { Link } from '@accord/ui/controls/link'
import { BellIcon } from '@accord/ui/icons/bell-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import {
  alarmNewsOf,
  askedLooksOf,
  ATTENTION_KEY,
  attentionQuery,
  concernsOf,
  countNew,
  reviewNewsOf,
  sessionNewsOf,
} from '../../lib/attention.js'
import { concernOf, concernWords } from '../../lib/concern-sentence.js'
import { goalAddress } from '../../lib/goal-address.js'
import { clientsOf, givenName, personOf } from '../../lib/people.js'
import { reviewHref, reviewNewsTitle } from '../../lib/review-news.js'
import { useNow } from '../../lib/use-now.js'
import { useSelf } from '../../lib/self-context.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { markSeen } from './api/seen.js'
import { Pressing, usePressing } from './pressing.js'

/** What is new since one last looked, on every page: a count, and behind it the list. (AT8) */
export function Bell() {
  const t = useWebMessages()
  const { data: list } = useQuery(attentionQuery)
  const pressing = usePressing()
  const count = countNew(list) + pressing.count
  const { key } = useLocation()
  const [openAt, setOpenAt] = useState<string | null>(null)
  return (
    // Wherever a line leads, the list has closed before it: an open one keeps everybody out of the page.
    <DialogTrigger isOpen={openAt === key} onOpenChange={(isOpen) => setOpenAt(isOpen ? key : null)}>
      <AriaButton
        className="ac-button ac-button-icon web-bell"
        data-kind="quiet"
        data-size="medium"
        aria-label={t('bell.label', { count })}
      >
        <BellIcon size={20} />
        {count > 0 && (
          <span className="web-bell-count" aria-hidden="true">
            {count}
          </span>
        )}
      </AriaButton>
      <Popover className="ac-popover web-bell-list" placement="bottom end">
        <Dialog>
          <Heading slot="title" className="ac-strong">
            {t('bell.title')}
          </Heading>
          <Pressing of={pressing} />
          {countNew(list) === 0 && pressing.count > 0 ? null : count === 0 || list === undefined ? (
            <p className="ac-muted ac-small">{t('bell.none')}</p>
          ) : (
            <News list={list} />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function News({ list }: { readonly list: AttentionList }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const queries = useQueryClient()
  const { person } = useSelf()
  const seeing = useMutation({
    mutationFn: markSeen,
    onSettled: () => queries.invalidateQueries({ queryKey: ATTENTION_KEY }),
  })
  const news = concernsOf(list).filter(({ item }) => item.isNew)
  const reviews = reviewNewsOf(list).filter(({ concern }) => concern.isNew)
  const alarms = alarmNewsOf(list).filter(({ concern }) => concern.isNew)
  const asked = askedLooksOf(list).filter(({ isNew }) => isNew)
  return (
    <>
      <ul>
        {alarms.map(({ concern, of }) => (
          <li key={concern.id}>
            <Link href="/alarms">
              {t('alarm.news', { name: format.list(clientsOf(of.people).map((one) => one.name)) })}
            </Link>
            <p className="ac-muted ac-small">{format.relativeDay(new Date(concern.at), now)}</p>
          </li>
        ))}
        {asked.map(({ look, at }) => (
          <li key={look.look}>
            <Link href="/today">{t('look.asked', { name: look.question?.name ?? '' })}</Link>
            <p className="ac-muted ac-small">{format.relativeDay(new Date(at), now)}</p>
          </li>
        ))}
        {sessionNewsOf(list).map(({ news: one, of }) => (
          <li key={one.session}>
            <Link href={`/sessions/${one.session}`}>
              {t('session.news', {
                kind: one.kind === 'scheduled' ? 'other' : one.kind,
                by: givenName(personOf(of.people, one.by)?.name ?? ''),
                names: format.list(clientsOf(of.people).map(({ name }) => givenName(name))),
                day: format.day(new Date(one.scheduledFor), now),
                time: format.time(new Date(one.scheduledFor)),
              })}
            </Link>
            <p className="ac-muted ac-small">{format.relativeDay(new Date(one.at), now)}</p>
          </li>
        ))}
        {reviews.map((one) => (
          <li key={one.concern.id}>
            <Link href={reviewHref(one)}>{reviewNewsTitle(t, one)}</Link>
            <p className="ac-muted ac-small">{format.relativeDay(new Date(one.concern.at), now)}</p>
          </li>
        ))}
        {news.map((concern, index) => (
          <li key={`${concern.of.caseId}${concern.item.goal}${index}`}>
            <Link href={goalAddress(concern.of, concern.item.goal)}>
              {concernWords({ t, format, self: person.id }, concern).title}
            </Link>
            <p className="ac-muted ac-small">
              {t('today.where', {
                name: concernOf(format, concern),
                when: format.relativeDay(new Date(concern.item.at), now),
              })}
            </p>
          </li>
        ))}
      </ul>
      <Button size="small" isPending={seeing.isPending} onPress={() => seeing.mutate(list)}>
        {t('bell.seen')}
      </Button>
      {seeing.isError && (
        <p className="ac-small" role="alert">
          {t('bell.failed')}
        </p>
      )}
    </>
  )
}
