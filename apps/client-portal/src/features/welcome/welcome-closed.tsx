import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { isLinkSpent } from '../../lib/request.js'
import { paths } from '../../lib/paths.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface WelcomeClosedProps {
  readonly error: Error | null
  readonly hasToken: boolean
  readonly onRetry: () => void
}

/** Before a link is open: being fetched, used up, or not reachable. (CL7) */
export function WelcomeClosed({ error, hasToken, onRetry }: WelcomeClosedProps) {
  const t = usePortalMessages()
  if (!hasToken || (error !== null && isLinkSpent(error))) {
    return (
      <div className="ac-state ac-state-start">
        <span className="ac-state-icon">
          <LockIcon size={30} />
        </span>
        <h1 className="ac-heading">{t('welcome.spent.title')}</h1>
        <p>{t('welcome.spent.sentence')}</p>
        <div className="ac-state-actions">
          <ButtonLink kind="primary" href={paths.signIn}>
            {t('welcome.spent.signIn')}
          </ButtonLink>
        </div>
      </div>
    )
  }
  return (
    <>
      <h1 className="ac-hidden">{t('welcome.page')}</h1>
      {error === null ? (
        <GoalSkeleton sentence={t('welcome.opening')} />
      ) : (
        <ErrorState title={t('trouble.title')} sentence={troubleSentence(t, error)} onRetry={onRetry} />
      )}
    </>
  )
}
