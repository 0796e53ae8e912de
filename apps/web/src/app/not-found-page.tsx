import { ButtonLink } from '@accord/ui/controls/link'
import { ErrorState } from '@accord/ui/states/error-state'
import { Frame } from '../lib/frame.js'
import { usePageTitle } from '../lib/use-page-title.js'
import { useWebMessages } from '../lib/use-web-messages.js'

export function NotFoundPage() {
  const t = useWebMessages()
  usePageTitle(t('notFound.page'))
  return (
    <Frame crumbs={[{ label: t('rooms.clients'), href: '/clients' }, { label: t('notFound.page') }]}>
      <div className="ac-page">
        <h1 className="ac-hidden">{t('notFound.page')}</h1>
        <ErrorState
          title={t('notFound.title')}
          sentence={t('notFound.sentence')}
          actions={<ButtonLink href="/clients">{t('notFound.back')}</ButtonLink>}
        />
      </div>
    </Frame>
  )
}
