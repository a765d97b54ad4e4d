// Shows arrays of sixteen bytes as UUIDs (RFC 9562): uuid() those of github.com/google/uuid and plain ones, uuid('main.ID') a type's.
import { printer } from 'gjdbg';

const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

export function uuid(...types) {
  // as patterns, for a program that has none of these does well without
  const chosen = types.length > 0 ? types : [/^\[16\]uint8$/, /^github\.com\/google\/uuid\.UUID$/];
  for (const type of chosen) {
    printer(type, v => hex(v).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  }
}
