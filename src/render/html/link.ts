import {h} from 'hastscript'
import type {Link} from 'mdast'
import {authored} from './attributes.ts'
import {role, type Writer, type Written} from './scope.ts'

/** A link; within a citation it leads to a reference. An address that a browser would run is left out. */
export function link(node: Link, {all, scope}: Writer): Written {
  if (!isSafe(node.url)) return h('span', authored(node), all(node))
  return h(
    'a',
    {
      ...authored(node),
      href: addressOf(node.url),
      ...(scope.medium === 'print' && node.data?.page !== undefined ? {dataPage: node.data.page} : {}),
      ...(node.title === null || node.title === undefined ? {} : {title: node.title}),
      ...(scope.citing > 0 && node.url.startsWith('#') ? role(scope, 'doc-biblioref') : {})
    },
    all(node)
  )
}

/** An address without a scheme, or with one that only leads somewhere. */
export function isSafe(url: string): boolean {
  // Browsers overlook control characters and spaces: “java\nscript:” (URL Standard, 4.4).
  const scheme = /^([^/?#:]*):/.exec(url.replace(/[\p{Cc}\s]/gu, ''))?.[1]?.toLowerCase()
  return scheme === undefined || ['ftp', 'http', 'https', 'mailto', 'tel'].includes(scheme)
}

/** Characters that an address cannot hold, percent-encoded; what is encoded already stays. */
function addressOf(url: string): string {
  return url.replace(/[^\x21-\x7E]|["<>\\^`{|}]/gu, (character) =>
    character.isWellFormed() ? encodeURIComponent(character) : '%EF%BF%BD'
  )
}
