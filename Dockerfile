# Web and worker in one image; docker-compose.yml says which runs where.
FROM python:3.11-slim AS plain

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 FRONTDESK_VAR=/var/lib/frontdesk FRONTDESK_LOG_FORMAT=json
WORKDIR /srv/frontdesk

COPY pyproject.toml constraints.txt ./
COPY scripts/dependencies.py scripts/
RUN python scripts/dependencies.py app > /tmp/wanted.txt \
    && pip install --no-cache-dir --only-binary :all: -c constraints.txt -r /tmp/wanted.txt \
    && rm /tmp/wanted.txt

COPY . .
RUN useradd --system --create-home --uid 10001 frontdesk \
    && install -d -o frontdesk /var/lib/frontdesk staticfiles
USER frontdesk
# Gazetteer and static files belong to the image; a new volume over /var/lib/frontdesk starts as a copy.
RUN python scripts/prepare.py && rm -f /var/lib/frontdesk/secret-key

# The reader in C (docs/adr/0006-compiled-reader.md): made where there is a compiler, taken along without it.
FROM plain AS compiled
USER root
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev
RUN python scripts/dependencies.py compile > /tmp/wanted.txt \
    && pip install --no-cache-dir --only-binary :all: -c constraints.txt -r /tmp/wanted.txt
RUN python scripts/compile_reader.py

FROM plain
COPY --from=compiled /usr/local/lib/python3.11/site-packages/frontdesk_reader /usr/local/lib/python3.11/site-packages/frontdesk_reader
USER frontdesk

EXPOSE 8000
CMD ["gunicorn", "frontdesk.wsgi", "--config", "python:frontdesk.serving", "--bind", "0.0.0.0:8000", "--workers", "2"]
