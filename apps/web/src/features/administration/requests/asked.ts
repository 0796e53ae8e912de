import type { DeskCase } from '@accord/domain/rest/requests'

/** What an administrator is about to do. */
export type Asked =
  | { readonly kind: 'grant' | 'refuse' | 'extend' }
  | { readonly kind: 'lift' | 'hold' | 'free'; readonly about: DeskCase }
