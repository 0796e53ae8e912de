import type { PersonName } from '@accord/domain/sync/wire'
import { Link } from '@accord/ui/controls/link'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** Whose history this is, who sees it, and where to read who looked. (B9) */
export function HowFoot({ people }: { readonly people: readonly PersonName[] }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person: self } = useSelf()
  const others = people.filter(({ person, relation }) => person !== self.id && relation !== 'supervisor')
  const supervisors = people.filter(({ relation }) => relation === 'supervisor')
  const named = (some: readonly PersonName[]) => format.list(some.map(({ name }) => firstName(name)))
  return (
    <p className="pt-how-foot ac-muted">
      <EyeIcon size={20} />
      <span>
        {t('how.readers', {
          names: named(others),
          count: supervisors.length,
          supervisors: named(supervisors),
        })}{' '}
        <Link href={paths.record}>{t('how.whoLooked')}</Link>
      </span>
    </p>
  )
}
