import { Link } from '../controls/link.js'
import { ForwardIcon } from '../icons/forward-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

export interface Crumb {
  readonly label: string
  /** Left out for the page one is on. */
  readonly href?: string
  /** A step on the way that has no page. */
  readonly isPlain?: boolean
}

export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const t = useUiMessages()
  return (
    <nav aria-label={t('shell.breadcrumbs')}>
      <ol className="ac-crumbs">
        {crumbs.map(({ label, href, isPlain }, index) => (
          <li key={href ?? label} className="ac-crumb">
            {index > 0 && <ForwardIcon size={14} />}
            {href === undefined ? (
              <span aria-current={isPlain ? undefined : 'page'}>{label}</span>
            ) : (
              <Link href={href}>{label}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
