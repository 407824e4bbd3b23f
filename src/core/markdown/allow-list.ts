import type { Schema } from 'hast-util-sanitize';

/** Longest address kept on a link, in UTF-16 units; the same limit as for opening one. */
export const maximumLinkLength = 2000;

/** An address that a link may have: absolute, and of a kind that cannot run anything. */
export const allowedLink = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/**
 * Everything a note may become, on the screen and in every export. There are no images (they would load something), no
 * ids and classes but those of task lists (they would reach into the page), and no style.
 */
export const noteSchema: Schema = {
  tagNames: [
    ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'strong', 'em', 'del', 'sup', 'a', 'h4', 'h5', 'h6'],
    ...['ul', 'ol', 'li', 'input', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section'],
  ],
  attributes: {
    a: [['href', allowedLink]],
    ul: [['className', 'contains-task-list']],
    ol: ['start', ['className', 'contains-task-list']],
    li: [['className', 'task-list-item']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  ancestors: {
    li: ['ol', 'ul'],
    input: ['li'],
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
  strip: ['footnote-label', 'script', 'style'],
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};
