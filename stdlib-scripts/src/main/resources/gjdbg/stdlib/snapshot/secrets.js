// Leaves passwords out of what a snapshot shows of the environment and the arguments: people send snapshots to each other.
const NAMES = /SECRET|TOKEN|PASS(WORD|WD|PHRASE)?(_|$)|PASSWORD|KEY|CREDENTIAL|PRIVATE|AUTH|COOKIE|SESSION|(^|_)PWD?$|(^|_)DSN$|SIGNATURE|CERT/i;
const HARMLESS = /^(PWD|OLDPWD|SSH_AUTH_SOCK|XAUTHORITY|DESKTOP_SESSION|XDG_SESSION_\w+|SSL_CERT_(FILE|DIR)|(\w+_)?KEY(MAP|BOARD))$/;

export const MASK = '<masked>';

// user:password@ of a URL
const inUrls = text => text.replace(/(\w[\w+.-]*:\/\/[^\s:/@]*:)[^\s/@]+@/g, `$1${MASK}@`);

const isSecret = name => NAMES.test(name) && !HARMLESS.test(name);

/** Variables in the order of their names: [{ name, value }], and masked where the value was left out. */
export function maskedEnvironment(environment) {
  return Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => {
    const shown = isSecret(name) && value !== '' ? MASK : inUrls(value);
    return shown === value ? { name, value } : { name, value: shown, masked: true };
  });
}

/** As they are, but for those of --password=…, --token … and the like. */
export function maskedArguments(args) {
  let isNext = false;
  return args.map(argument => {
    const [, option, value] = /^--?([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    const masked = isNext && option === undefined;
    isNext = option !== undefined && value === undefined && isSecret(option);
    if (masked) return MASK;
    return option !== undefined && value !== undefined && isSecret(option) ? argument.replace(/=.*$/s, `=${MASK}`) : inUrls(argument);
  });
}
