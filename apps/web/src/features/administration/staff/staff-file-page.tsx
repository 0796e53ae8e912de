import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { StaffMember } from '@accord/domain/rest/people'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { peopleQuery } from '../api/people.js'
import { DeskFrame } from '../desk-frame.js'
import { SignInBox } from '../sign-in-box.js'
import { StaffForm } from './staff-form.js'

/** A colleague: what they are here, and how they sign in. */
export function StaffFilePage() {
  const t = useWebMessages()
  const navigate = useNavigate()
  const { person = '' } = useParams()
  const isNew = person === 'new'
  const { data: people, error, refetch } = useQuery(peopleQuery)
  const member = people?.staff.find(({ id }) => id === person) ?? null
  const saved = ({ id, name }: StaffMember) => {
    toasts.add({ kind: 'done', words: t('desk.saved', { name }) })
    if (isNew) void navigate(`/administration/staff/${id}`, { replace: true })
  }
  const title = isNew ? t('desk.staff.new') : (member?.name ?? t('desk.staff.one'))
  return (
    <DeskFrame tab="people" title={title}>
      {isNew || member !== null ? (
        <ConsoleColumns
          sideLabel={t('desk.file.side')}
          side={
            <>
              {member !== null && <SignInBox person={member} />}
              <section className="web-desk-box">
                <h2 className="ac-subheading">{t('desk.staff.rights')}</h2>
                <p className="ac-muted ac-small">{t('desk.staff.rightsHint')}</p>
              </section>
            </>
          }
        >
          <h1 className="ac-title web-desk-title">{title}</h1>
          <StaffForm key={person} member={member} onSaved={saved} />
        </ConsoleColumns>
      ) : (
        <div className="ac-page">
          <h1 className="ac-hidden">{title}</h1>
          {error === null && people === undefined ? (
            <GoalSkeleton sentence={t('desk.people.loading')} />
          ) : error === null ? (
            <p>{t('desk.staff.gone')}</p>
          ) : (
            <FailedPage error={error} what={t('desk.file.what')} onRetry={() => void refetch()} />
          )}
        </div>
      )}
    </DeskFrame>
  )
}
