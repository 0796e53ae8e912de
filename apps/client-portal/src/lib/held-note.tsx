import type { ReadablePlan } from '@accord/domain/rest/readable'
import { Button } from '@accord/ui/controls/button'
import { ShieldAlertIcon } from '@accord/ui/icons/shield-alert-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from './people.js'
import { usePortalMessages } from './use-portal-messages.js'

/** Why nobody can write in a plan, what is shown of it, who is told, and what one can do. (FT12) */
export function HeldNote({ readable }: { readonly readable: ReadablePlan }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { at, broken, people } = readable
  const practitioners = people.filter(({ relation }) => relation === 'practitioner')
  const names = format.list(practitioners.map(({ name }) => firstName(name)))
  return (
    <section className="pt-held" role="alert">
      <ShieldAlertIcon size={22} />
      <div>
        <h2 className="ac-subheading">{t('held.title')}</h2>
        <p>
          {at === null
            ? t('held.nothing')
            : t(broken ? 'held.shown' : 'held.holds', { when: format.moment(new Date(at), new Date()) })}
        </p>
        <p>{t('held.told', { names, count: practitioners.length })}</p>
        <Button onPress={() => window.location.reload()}>{t('held.retry')}</Button>
      </div>
    </section>
  )
}
