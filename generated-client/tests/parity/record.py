"""Records what the official Python SDK sends for every method of its client of BCC.

The recording is `recorded.json`, next to this script. `tests/suite/parity` makes the same calls
with our client and compares. Recording again is only of use after a new release of the SDK:

    python3 -m venv venv
    venv/bin/pip install bce-python-sdk==0.9.79
    venv/bin/python record.py

Recorded with bce-python-sdk 0.9.79 on Python 3.11; the output is the same on every machine.
Nothing leaves the machine: the SDK is told that a server on loopback is its HTTP proxy, so that
requests name the real host and arrive here. Date, credentials and client tokens are fixed.

Each method is called with a value for every parameter but `config`: a text that repeats the name of
the parameter, a number that tells its place, `True`, or an object of the SDK's own models. It is
called again without what is optional, and this is recorded too if the SDK then sends something else
in its place: a default or `null`. `client_token` is always given, for a fresh one cannot be
compared.
"""

import http.server
import inspect
import json
import pathlib
import threading

from baidubce import utils
from baidubce.auth.bce_credentials import BceCredentials
from baidubce.bce_client_configuration import BceClientConfiguration
from baidubce.retry.retry_policy import NoRetryPolicy
from baidubce.services.bcc import bcc_model
from baidubce.services.bcc.bcc_client import BccClient

# Made up; nothing is sent to the service.
ACCESS_KEY_ID = "a1b2c3d4e5f60718293a4b5c6d7e8f90"
SECRET_ACCESS_KEY = "00112233445566778899aabbccddeeff"
CLIENT_TOKEN = "be31b98c-5e41-4838-9830-9be700de5a20"
DATE = b"2015-08-11T04:17:29Z"
ENDPOINT = "http://bcc.bj.baidubce.com"
HEADERS = ("authorization", "content-length", "content-type", "host", "x-bce-date")
OUTPUT = pathlib.Path(__file__).with_name("recorded.json")

INTEGERS = set(
    """auto_renew_period auto_renew_time cardCount card_count cds_size_in_gb cluster_size_in_gb
    concurrency cpu_count deletion_protection duration enable_rule ephemeral_disk_in_gb
    gpu_card_count instance_count max_keys memory_cap_in_gb memory_capacity_in_gb
    network_cap_in_mbps network_capacity_in_mbps new_cds_size new_cluster_size new_extra_io page_no
    page_size purchase_count purchase_length purchase_num renew_time reservation_length
    reserved_instance_count reserved_instance_time retention_in_days root_disk_size_in_gb
    secondary_private_ip_address_count sg_version sys_root_size""".split()
)

FLAGS = set(
    """allocate_multi_ipv6_addr attachRelatedResourceTag auto_renew auto_seq_suffix bcc_recycle_flag
    cds_attribute_active cds_auto_renew clean_last_user_data contains_failed
    delete_cds_snapshot_flag delete_related_enis_flag detection disable_root_disk_serial
    enable_delete_protection enable_ht enable_jumbo_frame force force_stop
    is_eip_auto_related_delete is_keep_image_login is_open_hostEye is_open_hosteye
    is_open_hostname_domain is_open_ipv6 is_preserve_data is_relation_tag live_resize reboot
    relate_cds related_release_flag relation_cds relation_tag renew_cds renew_eip show_rdma_topo
    stopWithNoCharge stop_with_no_charge use_last_user_data""".split()
)

LISTS = set(
    """account_ids authorize_maintenance_operations delete_insnap_ids deploy_id_list
    deployset_id_list destRegions ehc_cluster_id_list eni_ids enterprise_security_group_ids ids
    insnap_ids instance_id_list instance_ids instance_snapshot_ids internal_ips name_list
    private_ips report_ids reserved_instance_ids resource_ids rule_ids rule_names
    security_group_ids server_event_ids task_ids volume_ids volumes""".split()
)

MODELS = {
    "auto_snapshot_policy": bcc_model.AutoSnapshotPolicyModel("policy", [1, 2], [3, 4], 5),
    "billing": bcc_model.Billing("Prepaid", 3, "Month"),
    "cds_custom_period": [bcc_model.CdsCustomPeriod(4, "v-1")],
    "change_pay_timing_req_list": [
        bcc_model.PayTimingChangeReqModel("i-1", True, ["v-1"], 6, True, True, 7, "now")
    ],
    "create_cds_list": [bcc_model.CreateCdsModel(50, "hp1", "s-1", "key-1", True)],
    "dest_region_infos": [bcc_model.DestRegionInfoModel("gz", "copy")],
    "ephemeral_disks": [bcc_model.EphemeralDisk(8, "ssd")],
    "file_systems": [bcc_model.FileSystemModel("cfs-1", "address", "/mnt", "nfs")],
    "reserved_instances": [
        bcc_model.ModifyReservedInstanceModel("r-1", "cn-bj-a", "reserved", "ehc-1")
    ],
    "rule": bcc_model.SecurityGroupRuleModel(
        "remark", "ingress", "IPv4", "1-65535", "tcp", "g-1", "10.0.0.1", "g-2", "10.0.0.2", "g-3"
    ),
    "tags": [bcc_model.TagModel("key", "value")],
}
MODELS["rules"] = [MODELS["rule"]]

# Some methods do not turn models into objects.
PLAIN_DISKS = [{"sizeInGB": 8, "storageType": "ssd"}]
PLAIN_TAGS = [{"tagKey": "key", "tagValue": "value"}]

# Where a parameter is not of the type that its name has elsewhere.
EXCEPTIONS = {
    "create_asp": {"repeat_week_days": [1, 3], "retention_days": "5", "time_points": [6, 18]},
    "create_authorize_rule": {"tags": PLAIN_TAGS},
    "create_instance_from_dedicated_host": {"ephemeral_disks": PLAIN_DISKS},
    "create_instance_from_dedicated_host_with_encrypted_password": {"ephemeral_disks": PLAIN_DISKS},
    # The SDK puts ids into paths as they are; the colon shows how it signs them.
    "get_keypair": {"keypair_id": "k:1"},
    "list_instance_no_charge": {"instance_ids": "i-1,i-2"},
    "list_instances": {
        "instance_ids": "i-1,i-2",
        "private_ips": "10.0.0.1,10.0.0.2",
        "security_group_ids": "g-1,g-2",
        "tags": "key:value",
    },
    "list_security_groups": {"security_group_ids": "g-1,g-2"},
    "list_volumes": {"volume_ids": "v-1,v-2"},
    "modify_authorize_rule": {"tags": PLAIN_TAGS},
    "modify_instance_attributes": {"neteth_queuecount": "8"},
    "update_asp": {"repeat_week_days": [1, 3], "retention_days": 5, "time_points": [6, 18]},
}

# What a method cannot do without, although its signature gives it a default.
REQUIRED = {"detach_keypair": ["instance_ids"]}


def value_of(method, parameter, place):
    """The argument for a parameter, which is the `place`-th of its method."""
    if parameter in EXCEPTIONS.get(method, {}):
        return EXCEPTIONS[method][parameter]
    if parameter in MODELS:
        return MODELS[parameter]
    if parameter in INTEGERS:
        return 1 + place
    if parameter in FLAGS:
        return True
    text = parameter.replace("_", "-")
    if parameter in LISTS:
        return [f"{text}-1", f"{text}-2"]
    if parameter == "client_token":
        return CLIENT_TOKEN
    if parameter.endswith("name") or parameter.startswith("desc"):
        return f"{text} 名 &=/+"
    return text


class Recorder(http.server.BaseHTTPRequestHandler):
    """Keeps the last request in `server.last` and answers with an empty object."""

    def answer(self):
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.last = {
            "method": self.command,
            "path": path,
            "query": [pair.split("=", 1) for pair in query.split("&") if pair],
            "body": json.loads(body) if body else None,
            "headers": {name: self.headers[name] for name in HEADERS if name in self.headers},
        }
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_DELETE = do_GET = do_POST = do_PUT = answer

    def log_message(self, *_):
        """Says nothing about each request."""


def arguments_of(name, method):
    """A value for every parameter of a method, and the same for those that are not optional."""
    # The SDK's decorator `required` hides the method, and with it the parameters.
    hidden = inspect.getclosurevars(method).nonlocals
    parameters = inspect.signature(hidden.get("f", method)).parameters
    names = [it for it in parameters if it not in ("self", "config")]
    arguments = {it: value_of(name, it, place) for place, it in enumerate(names, 1)}
    required = {"client_token", *hidden.get("types", ()), *REQUIRED.get(name, ())}
    required |= {it for it in names if parameters[it].default is inspect.Parameter.empty}
    return arguments, {it: value for it, value in arguments.items() if it in required}


def call(client, server, method, arguments):
    """What a method sends, or the error that keeps it from sending anything."""
    server.last = None
    try:
        method(client, **arguments)
    except Exception as error:  # What the SDK raises is part of the recording.
        return {"error": repr(error)}
    return server.last


def values(name, value):
    """The texts, numbers and flags in a value, each with the way to it."""
    if isinstance(value, dict):
        return {it for key in value for it in values(f"{name}.{key}", value[key])}
    if isinstance(value, list):
        return {it for key, item in enumerate(value) for it in values(f"{name}.{key}", item)}
    return {(name, repr(value))}


def record(client, server, name, method):
    """What a method sends with all arguments, and what it fills in for those that are missing."""
    arguments, required = arguments_of(name, method)
    whole = call(client, server, method, arguments)
    yield {"python_method": name, "arguments": arguments, **whole}
    part = call(client, server, method, required)
    if "error" in part:
        return
    sent = [values("", [dict(it["query"]), it["body"]]) for it in (whole, part)]
    if sent[1] - sent[0]:
        yield {"python_method": name, "required_only": True, "arguments": required, **part}


def to_text(records):
    """The records as JSON, a line for each member of a record."""
    return "[\n" + ",\n".join(map(members, records)) + "\n]\n"


def members(record):
    """One record as JSON; the objects of the SDK's models are written as they are sent."""
    lines = (f"  {to_json(name)}: {to_json(value)}" for name, value in record.items())
    return " {\n" + ",\n".join(lines) + "\n }"


def to_json(value):
    """A value as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, default=vars)


def main():
    """Records every public method, sorted by name."""
    utils.get_canonical_time = lambda timestamp=0: DATE
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        client = BccClient(
            BceClientConfiguration(
                credentials=BceCredentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY),
                endpoint=ENDPOINT,
                proxy_host=server.server_address[0],
                proxy_port=server.server_address[1],
                retry_policy=NoRetryPolicy(),
            )
        )
        methods = inspect.getmembers(BccClient, inspect.isfunction)
        records = [
            it
            for name, method in sorted(methods)
            if not name.startswith("_")
            for it in record(client, server, name, method)
        ]
        server.shutdown()
    OUTPUT.write_text(to_text(records), encoding="utf-8")


if __name__ == "__main__":
    main()
