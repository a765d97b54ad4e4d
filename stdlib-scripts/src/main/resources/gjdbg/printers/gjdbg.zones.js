// The rule by which a zone goes on after its last recorded change, such as CET-1CEST,M3.5.0,M10.5.0/3 (tzset(3)).
(function () {
  const DAY = 86400;
  const YEAR_DAYS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
  const isLeap = year => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

  const OFFSET = '[+-]?\\d{1,3}(?::\\d{2}){0,2}';
  const NAME = '(?:[A-Za-z]{3,}|<[^>]*>)';
  const RULE = '[JM\\d][\\d.]*';
  const FORM = new RegExp(`^${NAME}(${OFFSET})(?:${NAME}(${OFFSET})?(?:,(${RULE})(?:/(${OFFSET}))?,(${RULE})(?:/(${OFFSET}))?)?)?$`);

  function seconds(text) {
    const [hours, minutes = 0, rest = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
    return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + rest);
  }

  // Of the year, in seconds from its start, in the time that holds before the change.
  function start(rule, year, at) {
    const leap = isLeap(year) ? 1 : 0;
    const time = at === undefined ? 2 * 3600 : seconds(at);
    if (rule.startsWith('J')) {
      const day = Number(rule.slice(1));
      return (day - 1 + (leap && day >= 60 ? 1 : 0)) * DAY + time;
    }
    if (!rule.startsWith('M')) return Number(rule) * DAY + time;
    const [month, week, weekday] = rule.slice(1).split('.').map(Number);
    const first = YEAR_DAYS[month - 1] + (month > 2 ? leap : 0);
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    let day = (weekday - new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 7) % 7;
    for (let i = 1; i < week && day + 7 < length; i++) day += 7;
    return (first + day) * DAY + time;
  }

  // The seconds east of UTC; undefined where the rule is of no known form.
  return function offset(rule, unix) {
    const parts = FORM.exec(rule);
    if (!parts) return undefined;
    const [, standardText, summerText, from = 'M3.2.0', fromTime, to = 'M11.1.0', toTime] = parts;
    const standard = -seconds(standardText);
    if (!new RegExp(`^${NAME}${OFFSET}${NAME}`).test(rule)) return standard;
    const summer = summerText === undefined ? standard + 3600 : -seconds(summerText);
    const year = new Date(Number(unix) * 1000).getUTCFullYear();
    const since = Number(unix) - Date.UTC(year, 0, 1) / 1000;
    const [begins, ends] = [start(from, year, fromTime) - standard, start(to, year, toTime) - summer];
    const isSummer = begins < ends ? since >= begins && since < ends : since < ends || since >= begins;
    return isSummer ? summer : standard;
  };
})
