FROM python:3.11-slim AS build
WORKDIR /app
RUN pip install --no-cache-dir uv
COPY requirements.lock .
RUN uv venv /app/.venv && uv pip install --no-cache --python /app/.venv/bin/python --require-hashes -r requirements.lock

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 mentoring && mkdir /data && chown mentoring /data
WORKDIR /app
COPY --from=build /app/.venv /app/.venv
COPY bot bot
COPY handlers handlers
COPY locales locales
COPY mentoring mentoring
COPY papers papers
COPY services services
COPY simulator simulator
COPY storage storage
RUN /app/.venv/bin/python -m compileall -q .
USER mentoring
ENV PATH=/app/.venv/bin:$PATH DATA_DIR=/data PYTHONUNBUFFERED=1
VOLUME /data
# The bot touches the file at every tick of its timetable: once a minute.
HEALTHCHECK --interval=1m --timeout=10s --start-period=1m --retries=3 \
    CMD test -n "$(find /data/alive -mmin -3 2>/dev/null)"
ENTRYPOINT ["python", "-m", "bot"]
