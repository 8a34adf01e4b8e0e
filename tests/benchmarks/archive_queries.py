"""The queries of the archive's benchmark: an editor's week in one list, unweighted."""

QUERIES = (
    # one word: in nearly all, many, few or no releases
    *("yang", "dan", "blitar", "tidak", "warga", "pembangunan", "merencanakan", "vegetasi"),
    *("sutojayan", "peserta", "pemerintah", "zzyzx"),
    # several words; frequent ones with rare ones
    *("pertanian padi", "panen raya padi", "yang dan di", "kebijakan daerah", "jalan rusak warga"),
    *("kesehatan anak sekolah", "harga pasar", "banjir desa", "lomba pelajar kabupaten"),
    *("dan vegetasi", "yang dan zzyzx", "blitar sutojayan perbaikan jalan"),
    # phrases and persons; phrases of very common words, adjacent and never adjacent
    *('"di desa"', '"bambang hidayat"', '"hal itu dikatakan"', "siti rahayu", '"eko wicaksono"'),
    *('"yang di"', '"dan di"', '"di blitar"', '"desa itu" -sekolah'),
    # search as you type, from the first letter on
    *("p*", "pe*", "pem*", "pemb*", "pemban*", "bupati bl*", "harga pa*", "su*", "meng*"),
    *("m*", "1*", "x*", "menga*", "panen p*", "judul:p*", "judul:su* judul:j*", "tempat:b*"),
    # exclusion, alone and with other words; single fields
    *("panen -padi", "kebijakan daerah -jakarta", "judul:panen", 'judul:"di"', "editor:siti"),
    *("sumber:polresblt jalan", "tempat:blitar banjir", "tempat:blitar -editor:siti", "editor:s*"),
    *("-yang", "-blitar", "-vegetasi", "-p*", "yang -dan", "p* -pemerintah"),
    # by status and day, alone and with words
    *("status:baru", "status:disunting", "status:tayang warga", "status:baru yang"),
    *("status:siap p*", "tanggal:2017", "tanggal:2017-01 sekolah", "tanggal:2019 p*"),
    *("tanggal:2017-01..2017-02 yang", "tanggal:2018-05-01..2018-05-03 blitar"),
    *("status:tayang tanggal:2020 -jalan", ""),
)
