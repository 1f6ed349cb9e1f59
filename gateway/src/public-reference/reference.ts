import {
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { Html, html, prose } from './html.js';

export interface ReferenceGroup {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** What the graph has, described by itself: root fields first, then types by their kind. */
export function referenceOf(schema: GraphQLSchema): ReferenceGroup[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const types = Object.values(schema.getTypeMap())
    .filter(
      (type) =>
        !isIntrospectionType(type) &&
        !isSpecifiedScalarType(type) &&
        !roots.includes(type as never),
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const group = (id: string, title: string, isOne: (type: GraphQLNamedType) => boolean) => ({
    id,
    title,
    members: types.filter(isOne).map(typeEntry),
  });
  const rootGroup = (id: string, title: string, type: (typeof roots)[number]) => ({
    id,
    title,
    members: Object.values(type?.getFields() ?? {}).map((field) =>
      rootEntry(type?.name ?? '', field),
    ),
  });
  return [
    rootGroup('queries', 'Queries', roots[0]),
    rootGroup('mutations', 'Mutations', roots[1]),
    group('objects', 'Objects', isObjectType),
    group('interfaces', 'Interfaces', isInterfaceType),
    group('unions', 'Unions', isUnionType),
    group('inputs', 'Inputs', isInputObjectType),
    group('enums', 'Enums', isEnumType),
    group('scalars', 'Scalars', isScalarType),
  ]
    .filter(({ members }) => members.length > 0)
    .map(({ id, title, members }) => ({ id, title, body: html`${members}` }));
}

function rootEntry(parent: string, field: GraphQLField<unknown, unknown>): Html {
  const { name, type, args } = field;
  return html`<section class="entry" id="${parent}.${name}" data-name="${name}">
    <h4><a href="#${parent}.${name}">${name}</a> <span class="of">${typeLink(type)}</span></h4>
    ${about(field)}
    ${args.length > 0 && html`<dl>${args.map((arg) => member(arg, `${parent}.${name}`))}</dl>`}
  </section> `;
}

function typeEntry(type: GraphQLNamedType): Html {
  return html`<section class="entry" id="${type.name}" data-name="${type.name}">
    <h4><a href="#${type.name}">${type.name}</a>${implemented(type)}</h4>
    ${about(type)} ${membersOf(type)}
  </section> `;
}

function membersOf(type: GraphQLNamedType): Html {
  if (isUnionType(type)) {
    const links = type.getTypes().map((one) => html`<li>${typeLink(one)}</li>`);
    return html`<ul class="types">
      ${links}
    </ul>`;
  }
  if (isEnumType(type)) {
    return html`<dl>${type.getValues().map((value) => enumValue(value, type.name))}</dl>`;
  }
  if (isInputObjectType(type)) {
    return html`<dl>${Object.values(type.getFields()).map((one) => member(one, type.name))}</dl>`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return html``;
  const fields = Object.values(type.getFields()).map((field) => {
    const place = `${type.name}.${field.name}`;
    const args = field.args.map((arg) => member(arg, place));
    return html`${member(field, type.name)}${
      args.length > 0 && html`<dd><dl class="arguments">${args}</dl></dd>`
    }`;
  });
  return html`<dl>${fields}</dl>`;
}

type Member = GraphQLArgument | GraphQLInputField | GraphQLField<unknown, unknown>;

function member(one: Member, parent: string): Html {
  const usual =
    'defaultValue' in one && one.defaultValue !== undefined
      ? ` = ${JSON.stringify(one.defaultValue)}`
      : '';
  return html`<dt id="${parent}.${one.name}">
      <code>${one.name}</code> ${typeLink(one.type)}${usual}
    </dt>
    <dd>${about(one)}</dd>`;
}

function enumValue(value: GraphQLEnumValue, parent: string): Html {
  return html`<dt id="${parent}.${value.name}"><code>${value.name}</code></dt>
    <dd>${about(value)}</dd>`;
}

function about(one: {
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
}): Html {
  const { description, deprecationReason } = one;
  return html`${description && html`<p>${prose(description)}</p>`}${
    deprecationReason &&
    html`<p class="deprecated"><strong>Deprecated.</strong> ${prose(deprecationReason)}</p>`
  }`;
}

function implemented(type: GraphQLNamedType): Html | undefined {
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  if (interfaces.length === 0) return undefined;
  return html` <span class="of"
    >implements ${interfaces.map((one) => html`${typeLink(one)} `)}</span
  >`;
}

/** `[Unit!]!`, its name leading to what it is. */
function typeLink(type: GraphQLType): Html {
  const named = getNamedType(type);
  const [before = '', after = ''] = String(type).split(named.name);
  const name = isSpecifiedScalarType(named)
    ? html`${named.name}`
    : html`<a href="#${named.name}">${named.name}</a>`;
  return html`<code class="type">${before}${name}${after}</code>`;
}
