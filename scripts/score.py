#!/usr/bin/env python3
# ruff: noqa
# fmt: off
"""Score a reader of wire reports against gold annotations (the format is in tests/corpus/README.md).

  score.py GOLD_DIR --read 'python manage.py read {file} --published {published} --outlet {outlet}'
           [--json OUT] [--only NN[,NN]] [--misses | --totals] [--history FILE]
  score.py --selftest [GOLD_DIR]

This is the team's common scorer, kept as it is so that its numbers compare from project to project; two options
were added: --totals prints no line about a single report, for a set whose misses nobody may look at, and --history
appends the totals to a file.

The reader command is run once per report from the current directory, without a shell; '--outlet {outlet}' is dropped
where the gold has no outlet. A crash or bad JSON counts as an empty reading. Both gold formats are read: wire/GOLD.md's
and the older one (developments, value_low ...), whose missing keys leave the metric out. Gold entries marked
"optional" count neither as a miss nor as a false alarm. Python 3.11, standard library only.
"""
import argparse, copy, json, math, pathlib, re, shlex, statistics, subprocess, sys, time, unicodedata
from datetime import date, timedelta

OLD_RADIUS = {'village': 25, 'region': 150}          # older gold has no radius, and coordinates to 0.1 degree
ALIASES = [{'islamicstate', 'is', 'isis', 'isil', 'daesh'}, {'unhcr', 'unrefugeeagency'}, {'msf', 'doctorswithoutborders',
           'medecinssansfrontieres'}, {'usdepartmentofdefense', 'pentagon'}, {'unitedstates', 'us', 'usgovernment', 'washington'},
           {'worldhealthorganization', 'who'}, {'unhumanrightsoffice', 'ohchr'}, {'unitedkingdom', 'britain'}]
STOP = set('the a an of for in and group its government armed national country'.split())
LOW = dict.fromkeys('army military troops soldiers'.split(), 'forces')

# ---------- small helpers
def ascii_low(s): return unicodedata.normalize('NFKD', str(s)).encode('ascii', 'ignore').decode().lower()
def squash(s): return re.sub(r'[^a-z0-9]', '', re.sub(r'^(the|a|an)\s+', '', ascii_low(s)))
def stems(s): return {LOW.get(w, w)[:4] for w in re.findall(r'[a-z0-9]+', ascii_low(s)) if w not in STOP}
def initials(s): return ''.join(w[0] for w in re.findall(r'[A-Za-z]+', str(s)) if w[0].isupper()).lower()

def name_match(a, b):
    """Same body under another of its names: 'IS' and 'Islamic State', 'Syrian army' and 'Syrian government forces'."""
    if not a or not b: return False
    x, y = squash(a), squash(b)
    if x == y or any(x in s and y in s for s in ALIASES): return True
    if 1 < len(x) < 7 and x == initials(b) or 1 < len(y) < 7 and y == initials(a): return True
    s, t = stems(a) , stems(b)
    return bool(s and t and s != {'forc'} != t and (s <= t or t <= s))

def place_fold(s):
    s = re.sub(r'^(the\s+)?(al|ar|el|ad|an|as|at|az|ash)[\s-]+', '', re.sub(r'[’‘`]', "'", ascii_low(s)))
    return re.sub(r'h$', '', re.sub(r'(.)\1', r'\1', re.sub(r'[^a-z0-9]', '', s)))

def front_fold(s):
    return place_fold(re.sub(r'(?i)^(the )?battle (for|of) |\b(direction|front|axis|sector|city)\b', ' ', str(s or '')).strip())

def overlap(a, b): return min(a['end'], b['end']) - max(a['start'], b['start'])
def inside(x, spans): return any(x['start'] < e and s < x['end'] for s, e in spans)
def norm_text(raw): return unicodedata.normalize('NFC', raw.decode('utf-8').replace('\r\n', '\n').replace('\r', '\n'))
def instant(s): return s and re.sub(r'\+00:00$', 'Z', str(s))
def days(x): return tuple(str(x[k])[:10] if x.get(k) else None for k in ('date_start', 'date_end'))

def km(a, b):
    p, q = math.radians(a['latitude']), math.radians(b['latitude'])
    d = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b['longitude'] - a['longitude']) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(d)))

def pair(gold, pred, good=lambda g, p: 0, need=lambda g, p: True):
    """One-to-one matches of overlapping spans, best first: {gold index: pred index}."""
    c = [(-good(g, p), -overlap(g, p) / max(g['end'] - g['start'], p['end'] - p['start'], 1), i, j)
         for i, g in enumerate(gold) for j, p in enumerate(pred) if overlap(g, p) > 0 and need(g, p)]
    m, used = {}, set()
    for *_, i, j in sorted(c):
        if i not in m and j not in used: m[i] = j; used.add(j)
    return m

def same_value(g, p):
    tol = 0.02 if 'distance_km' in (g['kind'], p.get('kind')) or 'percent' in (g.get('unit'), p.get('unit')) else 0
    return all((x is None) == (y is None) and (x is None or isinstance(y, (int, float)) and abs(x - y) <= tol * abs(x) + 1e-9)
               for x, y in ((g['low'], p.get('low')), (g['high'], p.get('high'))))

# ---------- gold
def whole_words(text, words):
    """Every whole-word occurrence, the longest words first, none inside another."""
    out = []
    for w in sorted(set(words), key=len, reverse=True):
        for m in re.finditer(r'(?<!\w)' + re.escape(w) + r'(?!\w)', text):
            if not inside({'start': m.start(), 'end': m.end()}, out): out.append((m.start(), m.end()))
    return out

def period_of(v):
    def ends(s):
        s = str(s)[:10]
        if len(s) == 4: return s + '-01-01', s + '-12-31', 'year'
        if len(s) == 7:
            y, m = map(int, s.split('-'))
            return s + '-01', str(date(y + m // 12, m % 12 + 1, 1) - timedelta(1)), 'month'
        return s, s, 'day'
    a, b = (v['start'], v['end']) if isinstance(v, dict) else (v, v)
    return ends(a)[0], ends(b)[1], ends(a)[2]

def from_old(g, text):
    """The older gold, with what maps; the other keys stay away and their metrics are skipped."""
    quotes = [f['quote'] for f in g['figures']]
    n = {'old': True, 'sections': [{'start': f['start'], 'end': f['start'] + len(f.get('raw') or f['heading']), 'heading': f['heading'],
                                    'country': f['country']} for f in g['fronts'] if f.get('is_front') is not False],
         'figures': [], 'places': [], 'dates': [], 'noise': [], 'groups': [], 'sources': []}
    for f in g['figures']:
        n['figures'].append({**{k: f.get(k) for k in ('start', 'end', 'quote', 'modifier', 'kind', 'unit', 'scope', 'source', 'place')},
            'low': f['value_low'], 'high': f['value_high'], 'optional': f.get('conflict') is False, 'old': True,
            **({'part_of': quotes.index(f['part_of'])} if f.get('part_of') in quotes else {})})
    for p in g['places']:
        n['places'].append({'text': p['text'], 'offsets': p['offsets'], 'name': p['canonical'], 'country': p['country'], 'kind': p['kind'],
            'latitude': p['lat'], 'longitude': p['lon'], 'role': 'metonym' if p.get('metonym') is True else None, 'relation': None,
            'radius_ok_km': OLD_RADIUS.get(p['kind'], 20)})
    owner = {v: x for x in g['groups'] for v in x['variants']}
    for x in g['groups']:
        n['groups'].append({'name': x['canonical'], 'variants': x['variants'], 'role': x['role'], 'offsets': []})
        if x['role'] != 'actor': n['sources'].append({'name': x['canonical'], 'variants': x['variants']})
    for s, e in whole_words(text, owner):
        next(y for y in n['groups'] if y['name'] == owner[text[s:e]]['canonical'])['offsets'].append([s, e])
    for d in g['dates']:
        a, b, pr = period_of(d['resolves_to'])
        n['dates'].append({'start': d['start'], 'end': d['start'] + len(d['text']), 'text': d['text'], 'date_start': a, 'date_end': b, 'precision': pr})
    n['sentences'] = [{'start': d['start'], 'quote': d['quote'], 'type': d['type']} for d in g['developments']]
    return n

def load(folder, only=None):
    out = []
    for path in sorted(pathlib.Path(folder).glob('*.gold.json')):
        slug = path.name[:-len('.gold.json')]
        if only and not any(slug.startswith(o) for o in only): continue
        g = json.loads(path.read_text('utf-8'))
        txt, meta = path.with_name(slug + '.txt'), path.with_name(slug + '.meta.json')
        text = norm_text(txt.read_bytes())
        pub, outlet = g.get('published'), g.get('outlet')
        if pub is None and meta.exists(): pub = json.loads(meta.read_text('utf-8')).get('date')
        if 'developments' in g: g = from_old(g, text)
        g['mentions'] = sorted(({**p, 'start': o, 'end': o + len(p['text'])} for p in g['places'] for o in p['offsets']), key=lambda m: m['start'])
        g['bodies'] = sorted(({**x, 'start': s, 'end': e} for x in g['groups'] for s, e in x['offsets']), key=lambda m: m['start'])
        out.append({'slug': slug, 'path': txt, 'text': text, 'gold': g, 'published': pub, 'outlet': outlet})
    return out

# ---------- running the reader
def command(template, rep):
    words, out = shlex.split(template), []
    for w in words:
        for key, val in (('{file}', str(rep['path'].resolve())), ('{published}', rep['published']), ('{outlet}', rep['outlet'])):
            if key in w:
                if val is None:                                   # no such option for this report
                    if out and out[-1].startswith('-') and w == key: out.pop()
                    w = None; break
                w = w.replace(key, val)
        if w is not None: out.append(w)
    return out

def run(template, rep):
    t = time.monotonic()
    try:
        p = subprocess.run(command(template, rep), capture_output=True, timeout=300)
        out, err = p.stdout, '' if p.returncode == 0 else f'exit {p.returncode}: {p.stderr.decode("utf-8", "replace").strip()[-300:]}'
    except Exception as e: out, err = b'', f'{type(e).__name__}: {e}'
    secs = time.monotonic() - t
    pred = {}
    if not err:
        try:
            pred = json.loads(out)
            if not isinstance(pred, dict): raise ValueError('not an object')
        except ValueError as e: pred, err = {}, f'bad JSON: {e}'
    return pred, out, err, secs

def clean(pred):
    """Lists only, of dicts with whole start and end: what is not cannot be scored. Indexes into them stay valid."""
    for k in ('sections', 'sentences', 'figures', 'places', 'groups', 'sources', 'dates'):
        v = pred.get(k); pred[k] = v if isinstance(v, list) else []
        pred[k] = [x if isinstance(x, dict) and isinstance(x.get('start'), int) and isinstance(x.get('end'), int)
                   else {'start': -1, 'end': -1, 'broken': True} for x in pred[k]]
    return pred

# ---------- scoring
class Tally:
    """Counts, kept as [right read, read, gold found, gold] for F1 and [right, of] for accuracy."""
    def __init__(self, show=False): self.f, self.a, self.n, self.kms, self.show, self.lines = {}, {}, {}, [], show, []
    def f1(self, name, right, read, found, gold):
        self.f[name] = [x + y for x, y in zip(self.f.get(name, (0, 0, 0, 0)), (right, read, found, gold))]
    def acc(self, name, ok): c = self.a.setdefault(name, [0, 0]); c[0] += bool(ok); c[1] += 1; return bool(ok)
    def count(self, name, k=1): self.n[name] = self.n.get(name, 0) + k
    def say(self, *w):
        if self.show: self.lines.append(' '.join(str(x) for x in w).replace('\n', ' '))
    def add(self, o):
        for k, v in o.f.items(): self.f1(k, *v)
        for k, v in o.a.items(): c = self.a.setdefault(k, [0, 0]); c[0] += v[0]; c[1] += v[1]
        for k, v in o.n.items(): self.count(k, v)
        self.kms += o.kms
    def result(self):
        r = {}
        for k, (tp, p, found, g) in self.f.items():
            P, R = tp / p if p else float(not g), found / g if g else float(not p)
            r[k] = {'P': round(P, 4), 'R': round(R, 4), 'F1': round(2 * P * R / (P + R), 4) if P + R else 0.0, 'right': tp, 'predicted': p, 'gold': g}
        for k, (ok, n) in self.a.items(): r[k] = {'accuracy': round(ok / n, 4), 'right': ok, 'of': n}
        for k, v in self.n.items(): r[k] = {'count': v}
        if self.kms: r['places: median km'] = {'km': round(statistics.median(self.kms), 1), 'of': len(self.kms)}
        return r

def matched(T, name, gold, pred, m, ignore=lambda p: False, label=lambda x: x.get('text') or x.get('quote')):
    """P/R/F1 of a matching; optional gold, with what matched it, and ignored predictions leave the count."""
    opt = {i for i, g in enumerate(gold) if g.get('optional')}
    extra = [p for j, p in enumerate(pred) if j not in m.values() and not ignore(p)]
    n = sum(i not in opt for i in m)
    T.f1(name, n, n + len(extra), n, len(gold) - len(opt))
    for i, g in enumerate(gold):
        if i not in m and i not in opt: T.say('MISS ', name, '|', label(g), '| at', g['start'])
    for p in extra: T.say('FALSE', name, '|', label(p), '| at', p['start'])

def named(pred, key, i): return pred[key][i] if isinstance(i, int) and not isinstance(i, bool) and 0 <= i < len(pred[key]) else None

def source_ok(g, gf, p):
    """The source of a figure: null for null; else one of its names. Older gold: half of the words in common."""
    if p is None: return gf['source'] is None or bool(gf.get('source_null_ok'))   # null may be right as well: the issuer speaks
    if gf['source'] is None: return bool(g.get('outlet')) and name_match(p.get('name'), g['outlet'])   # the wire itself, named
    if gf.get('old'):
        a = stems(gf['source'])
        return any(squash(w) == squash(gf['source']) or a and (b := stems(w)) and len(a & b) / min(len(a), len(b)) >= 0.5 for w in (p.get('name'), p.get('text')) if w)
    names = [gf['source']] + [v for s in g['sources'] if s['name'] == gf['source'] for v in s['variants']]
    return any(name_match(p.get('name'), gf['source']) or squash(p.get('name') or '') == squash(n) for n in names)

def place_ok(g, gf, p):
    if gf.get('place_also') and p is not None and any(place_ok(g, {**gf, 'place': n, 'place_also': None}, p) for n in gf['place_also']): return True
    if gf['place'] is None or p is None: return gf['place'] is None and p is None
    if any(overlap(m, p) > 0 and m['name'] == gf['place'] for m in g['mentions']): return True
    if gf.get('old'):
        return any(w and len(place_fold(w)) > 2 and place_fold(w) in place_fold(gf['place']) for w in (p.get('name'), p.get('text')))
    return place_fold(p.get('name') or '') in {place_fold(n) for n in [gf['place']] + [m['text'] for m in g['mentions'] if m['name'] == gf['place']]}

def score_figures(T, g, pred):
    G, F, bad = g['figures'], pred['figures'], {}
    m = pair(G, F, lambda a, b: a['kind'] == b.get('kind'), same_value)
    matched(T, 'figures: detected', G, F, m, label=lambda x: f"{x.get('quote') or x.get('text')!r} {x.get('low')}..{x.get('high')} {x.get('kind')}")
    complete = 0
    for i, j in m.items():
        a, b = G[i], F[j]
        if a.get('optional'): continue
        ok = {k: a[k] == b.get(k) for k in ('kind', 'modifier', 'scope', 'subject_class') if k in a and not (k == 'scope' and g.get('old') and not a[k])}
        src, plc = named(pred, 'sources', b.get('source')), named(pred, 'places', b.get('place'))
        ok['source'], ok['place'] = source_ok(g, a, src), place_ok(g, a, plc)
        if 'date_start' in a: ok['period'] = (a['date_start'], a['date_end']) == days(b)
        for k in ('part_of', 'same_as'):      # only where either side says so: nearly all are null
            t = named(pred, 'figures', b.get(k))
            if k in a and (a[k] is not None or t is not None): ok[k] = a[k] is not None and t is not None and overlap(G[a[k]], t) > 0
        for k, v in ok.items():
            if not T.acc('figures: ' + k, v):
                got = (src or {}).get('name') if k == 'source' else (plc or {}).get('name') if k == 'place' else f"{b.get('date_start')}..{b.get('date_end')}" if k == 'period' else b.get(k)
                want = f"{a['date_start']}..{a['date_end']}" if k == 'period' else a[k]
                T.say('WRONG', k, '|', repr(a['quote']), '| gold', want, '| read', got)
        complete += ok['kind'] and ok['modifier'] and ok['source']
    opt = sum(bool(a.get('optional')) for a in G)
    used_opt = sum(bool(G[i].get('optional')) for i in m)
    T.f1('figures: COMPLETE', complete, len(F) - used_opt, complete, len(G) - opt)

def score_places(T, g, pred):
    town = lambda x: x.get('kind') != 'country'
    G, P, noise = [m for m in g['mentions'] if town(m)], [p for p in pred['places'] if town(p)], g['noise']
    lands, rel = [(m['start'], m['end']) for m in g['mentions'] if not town(m)], [(m['start'], m['end']) for m in G if m.get('relation')]
    pin = lambda p: p.get('role') == 'event' and isinstance(p.get('latitude'), (int, float)) and isinstance(p.get('longitude'), (int, float))
    m = pair(G, P)
    matched(T, 'places: mentions', G, P, m, lambda p: inside(p, lands) or inside(p, rel) or (inside(p, noise) and not pin(p)))
    for i, a in enumerate(G):
        if a.get('optional'): continue
        b = P[m[i]] if i in m else {}
        if b and a['role']: T.acc('places: role', a['role'] == b.get('role')) or T.say('WRONG place role |', a['text'], a['start'], '| gold', a['role'], '| read', b.get('role'))
        if a['latitude'] is None: continue
        has = all(isinstance(b.get(k), (int, float)) for k in ('latitude', 'longitude'))
        d = km(a, b) if has else math.inf
        if has: T.kms.append(d)
        T.acc('places: within radius_ok', d <= a['radius_ok_km']) or T.say('WRONG place |', a['text'], a['start'], '| gold', a['name'], '| read', b.get('name'), f'| {d:.0f} km off')
        T.acc('places: within 161 km', d <= 161)
    T.count('places: false pins', 0)
    for p in filter(pin, P):
        hit = [x for x in g['mentions'] if overlap(x, p) > 0]
        if inside(p, noise) or not hit or all(x['role'] in ('dateline', 'metonym') for x in hit):
            T.count('places: false pins'); T.say('PIN   false |', p.get('text'), p['start'], '|', 'noise' if inside(p, noise) else hit[0]['role'] if hit else 'no place')

def score_names(T, g, pred):
    G, P = g['bodies'], pred['groups']
    m = pair(G, P, lambda a, b: name_match(a['name'], b.get('name')))
    matched(T, 'groups: mentions', G, P, m)
    for i, j in m.items():
        a, b = G[i], P[j]
        if a.get('optional'): continue
        T.acc('groups: name', name_match(a['name'], b.get('name'))) or T.say('WRONG group |', a['start'], '| gold', a['name'], '| read', b.get('name'))
        T.acc('groups: role', b.get('role') in (('actor', 'source') if a['role'] == 'both' else (a['role'],))) or T.say('WRONG group role |', a['name'], a['start'], '| gold', a['role'], '| read', b.get('role'))
    hits = [[s for s in g['sources'] if any(name_match(p.get('name'), s['name']) or w and squash(w) == squash(v) for v in s['variants'] + [s['name']] for w in (p.get('name'), p.get('text')))] for p in pred['sources']]
    found, old = {s['name'] for h in hits for s in h}, g.get('old')
    n = sum(map(bool, hits))                  # older gold does not list every source: no false alarms there
    T.f1('sources: found', n, n if old else len(hits), len(found), len({s['name'] for s in g['sources']}))
    for s in g['sources']:
        if s['name'] not in found: T.say('MISS  source |', s['name'])
    for p, h in zip(pred['sources'], hits):
        if old or not h: old or T.say('FALSE source |', p.get('text'), p.get('name')); continue
        T.acc('sources: name', any(name_match(p.get('name'), s['name']) for s in h)) or T.say('WRONG source |', p.get('text'), '| gold', h[0]['name'], '| read', p.get('name'))
        T.acc('sources: kind', any(p.get('kind') == s['kind'] for s in h)) or T.say('WRONG source kind |', p.get('text'), '| gold', h[0]['kind'], '| read', p.get('kind'))

def score_rest(T, rep, pred):
    g, text = rep['gold'], rep['text']
    # headings
    G, P = g['sections'], pred['sections']
    m, right = pair(G, P), 0
    matched(T, 'sections: heading', G, P, m, label=lambda x: x.get('heading'))
    for i, j in m.items():
        a, b = G[i], P[j]
        if 'level' not in a: T.acc('sections: country', a['country'] == b.get('country')); continue
        T.acc('sections: level', a['level'] == b.get('level'))
        ok = a['level'] == b.get('level')
        if a['level'] in ('front', 'country'):
            same = a['country'] == b.get('country') and (a['level'] == 'country' or front_fold(b.get('front')) in {front_fold(a['front']), front_fold(a['heading'])})
            if a['level'] == 'front': T.acc('sections: front', same)
            ok = ok and same
        right += ok
        if not ok: T.say('WRONG section |', a['heading'], '| gold', a['level'], a['country'], a['front'], '| read', b.get('level'), b.get('country'), b.get('front'))
    if not g.get('old'): T.f1('sections: RIGHT', right, len(P), right, len(G))
    # dates
    G, P = g['dates'], pred['dates']
    clock = [(s['start'], s['end']) for s in g['sections'] if s.get('level') == 'time'] + [tuple(x) for x in g['noise']]
    m = pair(G, P, lambda a, b: a['date_start'] == days(b)[0])
    matched(T, 'dates: mentions', G, P, m, lambda p: inside(p, clock))
    for i, j in m.items():
        a, b = G[i], P[j]
        got = days(b)
        T.acc('dates: exact', got == (a['date_start'], a['date_end'])) or T.say('WRONG date |', repr(a['text']), '| gold', a['date_start'], a['date_end'], '| read', *got)
        n = {'year': 4, 'month': 7}.get(a['precision'], 10)
        near = lambda x, y: x == y if not (x and y) else (abs((date.fromisoformat(x) - date.fromisoformat(y)).days) <= 7 if a['precision'] == 'week' else x[:n] == y[:n])
        try: T.acc('dates: within precision', near(got[0], a['date_start']) and near(got[1], a['date_end']))
        except ValueError: T.acc('dates: within precision', False)
    # sentences
    T.count('sentences: not current read as current', 0)
    for s in g['sentences']:
        c = [p for p in pred['sentences'] if p['start'] <= s['start'] < p['end']] or [p for p in pred['sentences'] if abs(p['start'] - s['start']) <= 3]
        b = max(c, key=lambda p: p['start']) if c else {}
        if 'status' in s:
            T.acc('sentences: status', s['status'] == b.get('status')) or T.say('WRONG status |', s['quote'], '| gold', s['status'], '| read', b.get('status'))
            if s['status'] != 'current' and b.get('status') == 'current': T.count('sentences: not current read as current')
        if s.get('type'): T.acc('sentences: type', s['type'] == b.get('type')) or T.say('WRONG type |', s['quote'], '| gold', s['type'], '| read', b.get('type'))
    if 'as_of' in g: T.acc('as_of', instant(g['as_of']) == instant(pred.get('as_of'))) or T.say('WRONG as_of | gold', g['as_of'], '| read', pred.get('as_of'))
    # integrity of spans
    bad = int(pred.get('text') != text)
    if bad: T.say('SPAN  the text is not the normalised file')
    for k in ('sections', 'sentences', 'figures', 'places', 'groups', 'sources', 'dates', 'unresolved'):
        for x in pred.get(k) if isinstance(pred.get(k), list) else []:
            ok = isinstance(x, dict) and isinstance(x.get('start'), int) and isinstance(x.get('end'), int) and 0 <= x['start'] < x['end'] <= len(text)
            t = x.get('heading' if k == 'sections' else 'text') if ok else None
            need = k != 'sentences'
            if not ok or (need or t is not None) and t != text[x['start']:x['end']]: bad += 1; T.say('SPAN ', k, x)
    T.count('span violations', bad)

def score(rep, pred, show=False):
    T = Tally(show); clean(pred)
    score_figures(T, rep['gold'], pred); score_places(T, rep['gold'], pred); score_names(T, rep['gold'], pred); score_rest(T, rep, pred)
    return T

# ---------- self-check
def perfect(rep):
    """The gold as a reader would return it."""
    g, text = rep['gold'], rep['text']
    span = lambda x, **k: {**x, 'text': text[x['start']:x['end']], **k}
    src = list(g['sources']) + [{'name': f['source'], 'variants': []} for f in g['figures'] if f.get('old') and f['source']]
    seen = lambda s: next((text.find(v) for v in s['variants'] if v in text), 0)
    sources = [{'start': seen(s), 'end': seen(s) + len(next((v for v in s['variants'] if v in text), 'x')), 'name': s['name'], 'kind': s.get('kind')} for s in src]
    places = [span(m, role=m['role'] or 'context') for m in g['mentions']]
    def place_of(f):
        if f['place'] is None: return None
        hit = [i for i, m in enumerate(places) if m['name'] == f['place']] or [i for i, m in enumerate(places) if place_fold(m['text']) in place_fold(f['place'])]
        if hit: return hit[0]
        places.append({'start': f['start'], 'end': f['end'], 'text': text[f['start']:f['end']], 'name': f['place'], 'kind': 'country', 'role': 'context'})
        return len(places) - 1
    figs = [span(f, place=place_of(f), source=next((i for i, s in enumerate(src) if s['name'] == f['source']), None)) for f in g['figures']]
    return {'text': text, 'as_of': g.get('as_of'), 'figures': figs, 'places': places, 'groups': [span(b, role='actor' if b['role'] == 'both' else b['role']) for b in g['bodies']],
            'sources': [span(s) for s in sources] if not g.get('old') else [span(s) for s in sources if s['name']], 'dates': copy.deepcopy(g['dates']),
            'sections': [span(s, heading=text[s['start']:s['end']]) for s in g['sections']], 'sentences': [{**s, 'end': s['start'] + len(s['quote'])} for s in g['sentences']]}

def selftest(folder):
    reps = load(folder); fails = []
    def total(change, show=False):
        T = Tally()
        for r in reps:
            p = perfect(r); change(p); one = score(r, p, show); T.add(one)
            for l in one.lines: print('  ', r['slug'], l)
        return T.result()
    ideal = total(lambda p: None, True)
    for k, v in ideal.items():
        x = v.get('F1', v.get('accuracy', None))
        if x is not None and x != 1 or v.get('count') or v.get('km', 0) > 0.1: fails.append(f'perfect reading: {k} {v}')
    def lossy(p):                                # half of everything lost, the rest moved off its words
        for k in ('figures', 'places', 'groups', 'dates', 'sections', 'sentences', 'sources'): p[k] = [{**x, 'start': x['start'] + 90, 'end': x['end'] + 90} for x in p[k][::2]]
        p['as_of'] = '1999-01-01T00:00:00Z'
    def wrong(p):                                # right spans, wrong labels
        for f in p['figures']: f.update(kind='missing', modifier='at_most', scope='x', source=None if f['source'] is not None else 0, date_start='1999-01-01', place=None if f['place'] is not None else 0)
        for x in p['groups'] + p['sources']: x.update(name='Salvation Army of Nowhere', role='x', kind='x')
        for x in p['sentences']: x.update(status='current', type='x')
        for x in p['dates']: x.update(date_start='1999-01-01')
        for x in p['sections']: x.update(level='x', country='XX')
    def far(p):                                  # places moved by 3 degrees, every mention a pin
        for x in p['places']:
            x['role'] = 'event'; x['latitude'] = (x.get('latitude') or 0) + 3; x['longitude'] = x.get('longitude') or 0
    want = {'lossy': (lossy, ['figures: detected', 'figures: COMPLETE', 'places: mentions', 'places: within radius_ok', 'groups: mentions', 'dates: mentions', 'sections: heading', 'sentences: type', 'sources: found', 'span violations']),
            'wrong labels': (wrong, ['figures: COMPLETE', 'figures: kind', 'figures: modifier', 'figures: source', 'figures: place', 'groups: name', 'groups: role', 'sources: name', 'dates: exact', 'sentences: type']),
            'far places': (far, ['places: within radius_ok', 'places: within 161 km', 'places: false pins']), 'empty': (lambda p: p.clear(), ['figures: COMPLETE', 'places: mentions', 'span violations'])}
    for name, (change, keys) in want.items():
        r = total(change)
        for k in keys:
            if k not in ideal: continue          # a metric that this gold does not have
            v = r.get(k, {})
            bad = v.get('count', 0) > 0 if 'count' in v else v.get('F1', v.get('accuracy', 1)) < 1
            if not bad: fails.append(f'{name}: {k} should be worse: {v}')
    print(f'selftest on {len(reps)} reports of {folder}:', 'FAILED' if fails or not reps else 'ok: perfect 1.0 everywhere, each broken reading lower')
    for f in fails: print(' ', f)
    return 1 if fails or not reps else 0

# ---------- history
KEPT = ['figures: detected', 'figures: COMPLETE', 'figures: kind', 'figures: modifier', 'figures: scope', 'figures: source', 'figures: place',
        'places: mentions', 'places: within radius_ok', 'places: within 161 km', 'places: role', 'places: false pins', 'sections: RIGHT',
        'dates: exact', 'groups: mentions', 'sentences: status', 'sentences: type', 'as_of', 'span violations']

def keep(path, folder, result, again):
    """Append the totals to a history of scores: one line of JSON a time."""
    commit = subprocess.run(['git', 'rev-parse', '--short', 'HEAD'], capture_output=True, text=True).stdout.strip() or None
    value = lambda v: v.get('F1', v.get('accuracy', v.get('count')))
    line = {'date': time.strftime('%Y-%m-%dT%H:%M'), 'commit': commit, 'set': pathlib.Path(folder).name,
            'totals': {k: value(result[k]) for k in KEPT if k in result}, 'same bytes': bool(again)}
    with open(path, 'a', encoding='utf-8') as f: f.write(json.dumps(line) + '\n')

# ---------- main
def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('gold', nargs='?', default=str(pathlib.Path(__file__).resolve().parent.parent / 'tests' / 'corpus' / 'open'))
    ap.add_argument('--read'); ap.add_argument('--json'); ap.add_argument('--only'); ap.add_argument('--misses', action='store_true'); ap.add_argument('--totals', action='store_true'); ap.add_argument('--history'); ap.add_argument('--selftest', action='store_true')
    a = ap.parse_args()
    if a.selftest: return selftest(a.gold)
    if not a.read: ap.error('--read is needed')
    reps = load(a.gold, a.only and a.only.split(','))
    if not reps: ap.error(f'no *.gold.json in {a.gold}' + (f' for {a.only}' if a.only else ''))
    T, per, again = Tally(), {}, None
    for n, r in enumerate(reps):
        pred, out, err, secs = run(a.read, r)
        if n == 0: again = run(a.read, r)[1] == out and not err
        one = score(r, pred, a.misses and not a.totals); T.add(one)
        per[r['slug']] = {'seconds': round(secs, 2), 'error': err or None, 'metrics': one.result()}
        c = one.result()['figures: COMPLETE']
        if a.totals: continue
        print(f"{r['slug']:34} {secs:6.2f} s  figures complete F1 {c['F1']:.3f}" + (f'  ERROR {err}' if err else ''))
        for l in one.lines: print('    ', l)
    res = T.result()
    print(f"\n{'metric':42} {'F1/acc':>7} {'P':>7} {'R':>7}   counts")
    for k in sorted(res):
        v = res[k]
        if 'F1' in v: print(f"{k:42} {v['F1']:7.3f} {v['P']:7.3f} {v['R']:7.3f}   right {v['right']}, read {v['predicted']}, gold {v['gold']}")
        elif 'accuracy' in v: print(f"{k:42} {v['accuracy']:7.3f} {'':15}   {v['right']} of {v['of']}")
        else: print(f"{k:42} {v.get('count', v.get('km')):7}")
    print(f"{'same bytes when run twice':42} {'yes' if again else 'NO':>7}\nreports with an error: {sum(bool(p['error']) for p in per.values())} of {len(per)}; median {statistics.median(p['seconds'] for p in per.values()):.2f} s per report")
    if a.json: pathlib.Path(a.json).write_text(json.dumps({'total': res, 'deterministic': again, 'reports': {} if a.totals else per}, indent=1), 'utf-8')
    if a.history: keep(a.history, a.gold, res, again)
    return 0

if __name__ == '__main__': sys.exit(main())
