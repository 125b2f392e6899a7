#!/usr/bin/env python3
# ruff: noqa
# fmt: off
"""Check that every offset, quote, name, index and code in the gold holds. Exits 1 with the list if not.

  check_gold.py [FOLDER ...]      # tests/corpus/open and tests/corpus/sealed when none is given
"""
import json, pathlib, re, sys, unicodedata

ALLOWED = {
    'modifier': 'exact approx at_least more_than almost at_most',
    'fkind': 'killed wounded captured missing displaced trapped troops strikes settlements percent_territory distance_km other',
    'class': 'civilians fighters security_forces children women medics journalists mixed unspecified',
    'pkind': 'city town village neighbourhood district province region country airport base river crossing site road',
    'role': 'event dateline metonym context', 'grole': 'actor source target mentioned', 'level': 'country front time topic',
    'status': 'current background announced hypothetical denied noise',
    'type': 'advance capture recapture withdrawal clash airstrike shelling bombing siege displacement evacuation deployment truce talks aid announcement other',
    'skind': 'monitor state_media armed_group_media government military un ngo medical residents wire other',
    'precision': 'hour day week month year unknown'}
ALLOWED = {k: set(v.split()) for k, v in ALLOWED.items()}
NUMBER = re.compile(r"(?i)\d|\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|thirty|twenty|forty|fifty|sixty|twice|twin|doubled|seventy|eighty|ninety|none|million|tenth|quarter|fifth|nobody|her|his|dozens?|scores|hundreds|thousands?|several|half|third|thirds|no|most|both)\b")
errors = []

def check(ok, *what):
    if not ok: errors.append(' '.join(map(str, what)))

corpus = pathlib.Path(__file__).resolve().parent.parent / 'tests' / 'corpus'
folders = [pathlib.Path(f) for f in sys.argv[1:]] or [corpus / 'open', corpus / 'sealed']
for path in [p for f in folders for p in sorted(f.glob('*.gold.json'))]:
    slug, g = path.name[:-10], json.loads(path.read_text('utf-8'))
    raw = path.with_name(slug + '.txt').read_bytes().decode('utf-8')
    t = unicodedata.normalize('NFC', raw.replace('\r\n', '\n').replace('\r', '\n'))
    text = lambda x: t[x['start']:x['end']]
    noise = [range(s, e) for s, e in g['noise']]
    names, sources = {p['name'] for p in g['places']}, {s['name'] for s in g['sources']}
    for s in g['sections']: check(text(s) == s['heading'] and s['level'] in ALLOWED['level'], slug, 'section', s)
    for i, f in enumerate(g['figures']):
        check(text(f) == f['quote'], slug, 'quote', f)
        check(NUMBER.search(f['quote']), slug, 'no number in', f['quote'])
        check(f['modifier'] in ALLOWED['modifier'] and f['kind'] in ALLOWED['fkind'] and f['subject_class'] in ALLOWED['class'], slug, 'code', f)
        check(f['scope'] in ('cumulative', 'incremental', 'level', None), slug, 'scope', f)
        check(f['modifier'] not in ('at_least', 'more_than') or f['high'] is None, slug, 'open end', f)
        check((f['modifier'] == 'at_most') == (f['low'] is None), slug, 'at_most', f)
        check(f['place'] in names | {None} and f['source'] in sources | {None}, slug, 'place or source', f)
        for k in ('part_of', 'same_as'): check(f[k] is None or 0 <= f[k] < len(g['figures']) and f[k] != i, slug, k, f)
        check((f['date_start'] is None) == (f['date_end'] is None), slug, 'period', f)
        check(not any(f['start'] in n for n in noise), slug, 'figure in noise', f['quote'])
    for p in g['places']:
        for o in p['offsets']:
            check(t[o:o + len(p['text'])] == p['text'], slug, 'place', p['text'], o)
            check(p['role'] == 'dateline' or not any(o in n for n in noise), slug, 'place in noise', p['text'])
        check(p['kind'] in ALLOWED['pkind'] and p['role'] in ALLOWED['role'], slug, 'place code', p)
        check((p['latitude'] is None) == (p['longitude'] is None) and (p['latitude'] is None or p['radius_ok_km']), slug, 'coordinates', p)
    for x in g['groups']:
        check({t[s:e] for s, e in x['offsets']} == set(x['variants']) and x['role'] in ALLOWED['grole'], slug, 'group', x['name'])
    for s in g['sources']: check(all(v in t for v in s['variants']) and s['kind'] in ALLOWED['skind'], slug, 'source', s)
    for d in g['dates']:
        check(text(d) == d['text'] and d['precision'] in ALLOWED['precision'] and d['date_start'] <= d['date_end'], slug, 'date', d)
    for s in g['sentences']:
        check(t.startswith(s['quote'], s['start']) and s['status'] in ALLOWED['status'] and s['type'] in ALLOWED['type'] | {None}, slug, 'sentence', s)
    spans = sorted((o, o + len(p['text']), p['relation']) for p in g['places'] for o in p['offsets'])
    check(all(a[1] <= b[0] for a, b in zip(spans, spans[1:])), slug, 'places overlap')
    print(f"{slug:30} {len(t.split()):4} words {len(g['figures']):3} figures {len(spans):3} place mentions {len(g['sentences']):3} sentences"
          + ('   CRLF' if '\r\n' in raw else '') + ('   not NFC' if unicodedata.normalize('NFC', raw) != raw else ''))
print('\n'.join(errors) or 'every offset, quote, name, index and code holds')
sys.exit(bool(errors))
